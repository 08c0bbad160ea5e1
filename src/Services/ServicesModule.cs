using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Pack;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Services;

/// <summary>What the office does for its customers: the catalogue of services.</summary>
public sealed class ServicesModule : Module
{
    public override IReadOnlyList<PackSection> Pack(FieldKinds kinds) =>
    [
        PackSection.Each<ServiceDefinition>("services/**/*.yaml").Check((service, check, pack) => ServiceCheck.Run(service, check, pack, kinds)),
    ];

    public override void AddServices(IServiceCollection services) => services.AddSingleton<ServiceCatalogue>();

    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => ServicesApi.Map(endpoints);
}
