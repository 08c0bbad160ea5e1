using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Indicators;
using GridDesk.Kernel.Pack;
using GridDesk.Services.Home;
using GridDesk.Services.Offer;
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

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ServiceCatalogue>();
        services.AddSingleton<KeptWord>();
        services.AddScoped<Offering>();
        services.Offer(ServiceIndicators.All);
    }

    public override Task OnPackAsync(IServiceProvider services, LoadedPack pack, CancellationToken cancel) =>
        services.GetRequiredService<Offering>().RecordAsync(pack, cancel);

    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => ServicesApi.Map(endpoints);
}
