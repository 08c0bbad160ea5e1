using GridDesk.Customers.Fields;
using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Pack;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Customers;

/// <summary>Whom the office serves: people and organisations, their accounts and premises.</summary>
public sealed class CustomersModule : Module
{
    public override IReadOnlyList<IFieldKind> FieldKinds => CustomersFields.All;

    public override IReadOnlyList<PackSection> Pack(FieldKinds kinds) => [PackSection.Each<DemoPlaces>("demo/places.yaml")];

    public override void AddServices(IServiceCollection services) => services.AddScoped<CustomerDirectory>();

    public override Task AddDemoAsync(IServiceProvider services, Demo demo, CancellationToken cancel) => DemoCustomers.AddAsync(services, demo, cancel);
}
