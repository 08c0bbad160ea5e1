using GridDesk.Kernel.Data;
using GridDesk.Kernel.Time;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Bills;

/// <summary>What other modules may ask about bills.</summary>
public sealed class BillDirectory(OfficeDb db, IServiceScopeFactory scopes)
{
    /// <summary>The open bills that fall due from the first to the last of these days, in the order of account and number.</summary>
    /// <param name="after">Goes on behind this one; null from the beginning.</param>
    public async Task<IReadOnlyList<KnownBill>> OpenDueAsync(LocalDate first, LocalDate last, KnownBill? after, int atMost, CancellationToken cancel = default)
    {
        var open = db.Bills.AsNoTracking().Where(b => b.State == BillState.Open && b.DueOn >= first && b.DueOn <= last);
        if (after is not null)
        {
            open = open.Where(b => b.Account.CompareTo(after.Account) > 0 || (b.Account == after.Account && b.Number.CompareTo(after.Number) > 0));
        }

        return [.. (await open.OrderBy(b => b.Account).ThenBy(b => b.Number).Take(atMost).ToListAsync(cancel)).Select(Shown)];
    }

    /// <summary>Those of the bills that the office knows, by number.</summary>
    public async Task<IReadOnlyDictionary<string, KnownBill>> OfAsync(IReadOnlyCollection<string> numbers, CancellationToken cancel = default) =>
        (await db.Bills.AsNoTracking().Where(b => numbers.Contains(b.Number)).ToListAsync(cancel)).ToDictionary(b => b.Number, Shown);

    /// <summary>
    /// The bills as they stand, and as they stay until what is given back is disposed of: a payment that arrives meanwhile is saved after
    /// that. For whoever says something outside that is true only of an open bill; so nothing is said once a payment has been saved.
    /// </summary>
    public async Task<HeldBills> HoldAsync(IReadOnlyList<string> numbers, CancellationToken cancel = default)
    {
        if (!db.IsPostgres)
        {
            var turn = await BillTurns.EnterAsync(db, numbers, cancel);
            return new([.. (await OfAsync(numbers, cancel)).Values], () =>
            {
                turn!.Dispose();
                return ValueTask.CompletedTask;
            });
        }

        var scope = scopes.CreateAsyncScope();
        try
        {
            var other = scope.ServiceProvider.GetRequiredService<OfficeDb>();
            await other.Database.BeginTransactionAsync(cancel);
            var held = await other.Bills.FromSql($"SELECT * FROM bills WHERE number = ANY ({numbers.ToArray()}) ORDER BY number FOR SHARE").AsNoTracking().ToListAsync(cancel);
            return new([.. held.Select(Shown)], scope.DisposeAsync);
        }
        catch
        {
            await scope.DisposeAsync();
            throw;
        }
    }

    private static KnownBill Shown(Bill bill) => new(bill.Number, bill.Account, bill.Month, bill.Amount, bill.DueOn, bill.State, bill.ClosedAt, bill.PaidInTime);
}

/// <summary>A bill as it stands.</summary>
/// <param name="Month">The first day of the month that it is counted under.</param>
/// <param name="ClosedAt">When it was paid or cancelled.</param>
public sealed record KnownBill(string Number, string Account, LocalDate Month, Money Amount, LocalDate DueOn, BillState State, Instant? ClosedAt, bool? PaidInTime)
{
    /// <summary>Who pays on the first working day after a due date that is a day off has paid in time. A day that the calendar does not know yet is not taken for one.</summary>
    public static LocalDate LastDayToPay(LocalDate due, WorkCalendar calendar)
    {
        while (calendar.Knows(due) && !calendar.IsWorkingDay(due))
        {
            due = due.PlusDays(1);
        }

        return due;
    }
}

/// <summary>Bills that stay as they are until this is disposed of.</summary>
public sealed class HeldBills(IReadOnlyList<KnownBill> bills, Func<ValueTask> release) : IAsyncDisposable
{
    public IReadOnlyList<KnownBill> Bills => bills;

    public ValueTask DisposeAsync() => release();
}
