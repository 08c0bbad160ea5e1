using GridDesk.Bills;
using GridDesk.Customers.Contacts;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;

namespace GridDesk.Notices.Reminders;

/// <summary>
/// Who is to be reminded on a day: the addresses that agreed to it, of accounts with an open bill whose reminder is due. Each address once
/// for an account and a due date; somebody who agreed for two accounts hears of each, for each is paid by itself.
/// </summary>
internal sealed class ReminderChoice(OfficeDb db, BillDirectory bills, ContactDirectory contacts, PackInForce pack)
{
    private const int AtOnce = 300;

    /// <summary>Page by page, in the order of the accounts, without those who have been reminded already.</summary>
    public async IAsyncEnumerable<IReadOnlyList<Chosen>> OfAsync(LocalDate today, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        if (ReminderSettings.Of(pack) is not { } settings || !pack.Calendar.IsWorkingDay(today) || DueOn(settings, today) is not { Count: > 0 } due)
        {
            yield break;
        }

        KnownBill? last = null;
        while (await bills.OpenDueAsync(due.Keys.Min(), due.Keys.Max(), last, AtOnce, cancel) is { Count: > 0 } page)
        {
            // The bills of one account are never divided between two pages.
            last = page.Count < AtOnce || page[0].Account == page[^1].Account ? page[^1] : page.Last(b => b.Account != page[^1].Account);
            yield return await ReachableAsync([.. page.Take(page.ToList().IndexOf(last) + 1).Where(b => due.ContainsKey(b.DueOn))], due, cancel);
        }
    }

    private Dictionary<LocalDate, int> DueOn(ReminderSettings settings, LocalDate today)
    {
        Dictionary<LocalDate, int> due = [];
        // A long holiday may lie before the due date, and another behind it.
        for (var day = today.PlusDays(-14); day <= today.PlusDays(settings.Days.Max() + 14); day = day.PlusDays(1))
        {
            if (settings.DueToday(day, today, pack.Calendar) is { } days)
            {
                due[day] = days;
            }
        }

        return due;
    }

    private async Task<IReadOnlyList<Chosen>> ReachableAsync(IReadOnlyList<KnownBill> page, Dictionary<LocalDate, int> due, CancellationToken cancel)
    {
        var accounts = page.Select(b => b.Account).Distinct().ToList();
        var reach = await contacts.ReachAsync(accounts, ContactPurpose.PaymentReminder, cancel);
        var said = (await db.Reminders.AsNoTracking().Where(r => accounts.Contains(r.Account)).Select(r => new { r.Account, r.DueOn, r.DaysBefore, r.Address }).ToListAsync(cancel))
            .ToLookup(r => (r.Account, r.DueOn, r.Address), r => r.DaysBefore);
        return
        [
            .. page.GroupBy(b => (b.Account, b.DueOn)).SelectMany(bills => reach[bills.Key.Account]
                .Where(to => !said[(bills.Key.Account, bills.Key.DueOn, to.Address)].Any(days => days <= due[bills.Key.DueOn]))
                .Select(to => new Chosen([.. bills], due[bills.Key.DueOn], to)))
        ];
    }
}

/// <param name="Bills">Of one account and one due date.</param>
/// <param name="DaysBefore">Which of the reminders it is.</param>
internal sealed record Chosen(IReadOnlyList<KnownBill> Bills, int DaysBefore, ReachableAnswer To)
{
    public string Account => Bills[0].Account;

    public LocalDate DueOn => Bills[0].DueOn;

    public Money Amount => Bills.Aggregate(default(Money), (sum, bill) => sum + bill.Amount);

    public MessageChannel Channel => To.Over;
}
