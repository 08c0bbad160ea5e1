using GridDesk.Kernel.Data;

namespace GridDesk.Bills;

/// <summary>What other modules may ask about bills.</summary>
public sealed class BillDirectory(OfficeDb db)
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

    private static KnownBill Shown(Bill bill) => new(bill.Number, bill.Account, bill.Month, bill.Amount, bill.DueOn, bill.State);
}

/// <summary>A bill as it stands.</summary>
/// <param name="Month">The first day of the month that it is counted under.</param>
public sealed record KnownBill(string Number, string Account, LocalDate Month, Money Amount, LocalDate DueOn, BillState State);
