using GridDesk.Bills;
using GridDesk.Customers;
using GridDesk.Customers.Contacts;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Notices.Reminders;

/// <summary>Some of the invented customers agreed to be reminded, and this morning's reminders went out; one of them has paid since.</summary>
internal static class DemoReminders
{
    private const int Accounts = 400;

    public static async Task AddAsync(IServiceProvider of, CancellationToken cancel)
    {
        var (db, contacts) = (of.GetRequiredService<OfficeDb>(), of.GetRequiredService<ContactDirectory>());
        foreach (var (n, customer) in (await of.GetRequiredService<CustomerDirectory>().FirstAsync(Accounts, cancel)).Index().Where(one => one.Index % 3 == 0))
        {
            var address = n % 12 == 0 && customer.Email is { } email ? new ContactAddress(ContactKind.Email, email) : new(ContactKind.Phone, customer.Phone);
            await db.CommitAsync(() => contacts.RemindAsync(address, customer.ElectricityNumber, Language.Chinese, n % 6 == 0 ? ContactWay.Counter : ContactWay.Online, Actor.Office, cancel), cancel);
            db.ChangeTracker.Clear();
        }

        var (calendar, now) = (of.GetRequiredService<PackInForce>().Calendar, of.GetRequiredService<IClock>().Now());
        if (!calendar.IsWorkingDay(calendar.Today(now)))
        {
            return;
        }

        await of.GetRequiredService<ReminderDesk>().RunAsync(Actor.Office, cancel);
        if (await db.Reminders.AsNoTracking().OrderBy(r => r.Id).FirstOrDefaultAsync(r => r.Channel == MessageChannel.Sms, cancel) is { } reminder)
        {
            await of.GetRequiredService<BillDesk>().PaidAsync(reminder.Bills[0], now, reminder.Amount, PaymentChannel.Counter, Actor.Office, cancel);
        }
    }
}
