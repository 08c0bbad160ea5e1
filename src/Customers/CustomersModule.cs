using GridDesk.Customers.Contacts;
using GridDesk.Customers.Fields;
using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Pack;
using GridDesk.Staff.Access;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Customers;

/// <summary>Whom the office serves: people and organisations, their accounts and premises.</summary>
public sealed class CustomersModule : Module
{
    public override IReadOnlyList<IFieldKind> FieldKinds => CustomersFields.All;

    public override IReadOnlyList<PackSection> Pack(FieldKinds kinds) => [PackSection.Each<DemoPlaces>("demo/places.yaml")];

    public override void AddServices(IServiceCollection services) => services
        .AddScoped<CustomerDirectory>()
        .AddSingleton(new LookedAt("customer", new("用戶", "Customer")))
        .AddContacts();

    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => StopByMail.Map(endpoints);

    public override async Task AddDemoAsync(IServiceProvider services, Demo demo, CancellationToken cancel)
    {
        await DemoCustomers.AddAsync(services, demo, cancel);
        await DemoContacts.AddAsync(services, demo, cancel);
    }
}
