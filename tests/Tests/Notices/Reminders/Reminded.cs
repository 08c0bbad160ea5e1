using GridDesk.Bills;
using GridDesk.Customers.Contacts;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Notices;
using GridDesk.Notices.Reminders;
using GridDesk.Tests.Bills;
using GridDesk.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Notices.Reminders;

/// <summary>An office with bills and with customers who agreed to be reminded.</summary>
internal static class Reminded
{
    /// <summary>In reach of the reminder one day before it, on the Thursday on which the office stands.</summary>
    public const string DueTomorrow = "108/06/21";

    /// <summary>Bills of accounts 1 to <paramref name="count"/>, each with a mobile phone that agreed.</summary>
    public static async Task BillsAsync(this TestOffice office, int count, string due = DueTomorrow)
    {
        await office.TakeInAsync(BillSheets.BillFileOf(Enumerable.Range(1, count).Select(n => BillSheets.BillRow(n, due))));
        foreach (var n in Enumerable.Range(1, count))
        {
            await office.AgreeAsync(n, Mobile(n));
        }
    }

    public static string Mobile(int n) => $"0912-{n / 1000:000}-{n % 1000:000}";

    public static Task AgreeAsync(this TestOffice office, int account, string address) => office.WithAsync<ContactDirectory>(contacts =>
        contacts.RemindAsync(new(address.Contains('@') ? ContactKind.Email : ContactKind.Phone, address), BillSheets.Account(account), null, ContactWay.Counter, Actor.Staff("1")));

    public static Task<ReminderRun> RemindAsync(this TestOffice office) => office.WithAsync<ReminderDesk, ReminderRun>(desk => desk.RunAsync(Actor.Office));

    public static Task PayAsync(this TestOffice office, int n, PaymentChannel channel = PaymentChannel.Counter) =>
        office.WithAsync<BillDesk>(desk => desk.PaidAsync(BillSheets.Number(n), office.Clock.GetCurrentInstant(), Money.OfDollars(1234), channel, Actor.Staff("1")));

    public static Task<List<Message>> MessagesAsync(this TestOffice office) => office.WithAsync<OfficeDb, List<Message>>(db => db.Set<Message>().AsNoTracking().Where(m => m.Purpose == "payment-reminder").OrderBy(m => m.Id).ToListAsync());

    public static Task<Reminder> ReminderAsync(this TestOffice office) => office.WithAsync<OfficeDb, Reminder>(db => db.Set<Reminder>().AsNoTracking().SingleAsync());

    public static Task EveryMinuteAsync(this TestOffice office) => office.WithAsync<RemindOnWorkingDays>(work => work.RunAsync(office.Clock.GetCurrentInstant(), default));

    public static Task CloseAsync(this TestOffice office) => office.WithAsync<CloseReminders>(work => work.RunAsync(office.Clock.GetCurrentInstant(), default));

    /// <summary>As the company that carries it says it.</summary>
    public static async Task ArrivedAsync(this TestOffice office, Message message, bool answered = true)
    {
        await using var scope = office.App.Services.CreateAsyncScope();
        var (db, events, now) = (scope.ServiceProvider.GetRequiredService<OfficeDb>(), scope.ServiceProvider.GetRequiredService<EventLog>(), office.Clock.GetCurrentInstant());
        await db.CommitAsync(async () =>
        {
            var known = await db.Set<Message>().SingleAsync(m => m.Id == message.Id);
            events.Record(known, answered ? known.Deliver(now)! : known.Fail(FailureKind.Temporary, "no answer", now)!, Actor.Office);
        });
    }
}
