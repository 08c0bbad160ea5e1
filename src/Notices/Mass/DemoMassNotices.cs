using GridDesk.Customers;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Notices.Templates;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Notices.Mass;

/// <summary>A transformer is to be changed tomorrow, and the customers behind it are to hear of it.</summary>
internal static class DemoMassNotices
{
    private const int Accounts = 120;

    public static async Task AddAsync(IServiceProvider of, CancellationToken cancel)
    {
        var (db, desk, pack) = (of.GetRequiredService<OfficeDb>(), of.GetRequiredService<MassDesk>(), of.GetRequiredService<PackInForce>());
        var numbers = (await of.GetRequiredService<CustomerDirectory>().FirstAsync(Accounts, cancel)).Select(c => c.ElectricityNumber).OfType<string>().Distinct().ToList();
        if (of.GetRequiredService<MessageDesk>().TemplateOf("power-cut-planned") is not { About: TemplateFields.Mass } template || numbers.Count == 0)
        {
            return;
        }

        var tomorrow = pack.Calendar.Today(of.GetRequiredService<IClock>().Now()).PlusDays(1);
        Instant At(int hour) => pack.Calendar.Zone.AtLeniently(tomorrow.At(new LocalTime(hour, 0))).ToInstant();
        var facts = new MassFacts(new("東區民族路1號到199號", "Minzu Road 1 to 199"), new("更換變壓器", "a new transformer"), At(9), At(12));
        await desk.PlanAsync(new("民族路換變壓器", template, facts, numbers), Actor.Office, cancel);
        db.ChangeTracker.Clear();
    }
}
