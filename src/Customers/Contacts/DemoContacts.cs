using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Customers.Contacts;

/// <summary>Some of the invented customers left their number for reminders; a few want them no more.</summary>
internal static class DemoContacts
{
    private const int Most = 240;

    public static async Task AddAsync(IServiceProvider services, Demo demo, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var (db, desk, random) = (scope.ServiceProvider.GetRequiredService<OfficeDb>(), scope.ServiceProvider.GetRequiredService<ContactDesk>(), new Random(demo.Seed));
        var customers = (await scope.ServiceProvider.GetRequiredService<CustomerDirectory>().FirstAsync(Math.Min(Most, demo.Customers / 4), cancel)).Where(c => !c.IsOrganisation);
        ContactPurpose reminder = ContactPurpose.Of(ContactPurpose.PaymentReminder), supply = ContactPurpose.Of(ContactPurpose.SupplyNews), news = ContactPurpose.Of(ContactPurpose.CaseNews);
        foreach (var some in customers.Chunk(40))
        {
            await db.CommitAsync(async () =>
            {
                foreach (var customer in some)
                {
                    var way = (ContactWay)random.Next(4);
                    var point = await desk.AddAsync(ContactAddress.Of(ContactKind.Phone, customer.Phone), Language.Chinese, random.Next(4) == 0 ? [reminder] : [reminder, supply], customer.ElectricityNumber, way, Actor.Office, cancel);
                    if (random.Next(15) == 0)
                    {
                        await desk.WithdrawAsync(new(point.Id, null, ContactWay.Link, Actor.Customer), random.Next(3) == 0 ? news : reminder, cancel);
                    }
                }
            }, cancel);
        }
    }
}
