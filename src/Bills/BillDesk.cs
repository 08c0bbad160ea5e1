using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;

namespace GridDesk.Bills;

/// <summary>What the office learns of bills: that they were issued, corrected, paid, cancelled. Files call it row by row; so will the payments of the counter.</summary>
public sealed class BillDesk(OfficeDb db, EventLog events, PackInForce pack, IClock clock)
{
    internal const int LongestNumber = 30;

    /// <summary>A payment arrived; false when that was known already.</summary>
    /// <param name="at">When it was paid.</param>
    /// <exception cref="Refusal"><c>bill.unknown</c>; <c>bill.cancelled</c>, <c>bill.paid-already</c>, <c>bill.paid-too-early</c>, <c>bill.paid-in-future</c>, <c>bill.underpaid</c></exception>
    public async Task<bool> PaidAsync(string number, Instant at, Money amount, PaymentChannel channel, Actor by, CancellationToken cancel = default)
    {
        using var turn = await BillTurns.EnterAsync(db, [number], cancel);
        return await db.CommitAsync(async () => Pay(await db.Bills.SingleOrDefaultAsync(b => b.Number == number, cancel), at, amount, channel, by), cancel);
    }

    /// <summary>The bill is not to be paid; false when that was known already.</summary>
    /// <exception cref="Refusal"><c>bill.unknown</c>, <c>bill.paid-already</c></exception>
    internal Task<bool> CancelAsync(string number, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var bill = Known(await db.Bills.SingleOrDefaultAsync(b => b.Number == number, cancel));
        return Record(bill, bill.Cancel(clock.Now()), by);
    }, cancel);

    /// <summary>What a row of a file says of a bill, known or new. Belongs inside a commit.</summary>
    /// <exception cref="Refusal">As <see cref="Bill.Issue"/>, <see cref="Bill.Correct"/>, <see cref="Bill.Cancel"/>.</exception>
    internal (Bill? Bill, TakenAs As) Take(Bill? known, BillFacts facts, bool cancelled, Actor by)
    {
        if (known is null)
        {
            if (cancelled)
            {
                return (null, TakenAs.Same); // a bill that we never knew, and that nobody has to pay
            }

            db.Add(known = Bill.Issue(facts));
            return (known, TakenAs.Added);
        }

        var changed = cancelled ? Record(known, known.Cancel(clock.Now()), by) : Record(known, known.Correct(facts), by);
        return (known, changed ? TakenAs.Changed : TakenAs.Same);
    }

    /// <inheritdoc cref="PaidAsync"/>
    internal bool Pay(Bill? known, Instant at, Money amount, PaymentChannel channel, Actor by)
    {
        var bill = Known(known);
        return Record(bill, bill.Pay(at.ToMicrosecond(), amount, channel, pack.Calendar, clock.Now()), by, at);
    }

    private bool Record(Bill bill, IEvent? happened, Actor by, Instant? at = null)
    {
        if (happened is not null)
        {
            events.Record(bill, happened, by, at);
        }

        return happened is not null;
    }

    private static Bill Known(Bill? bill) => bill
        ?? throw new Refusal("bill.unknown", "沒有這個號碼的帳單。請先讀入帳單，再讀繳費紀錄。", "There is no bill of that number. Read the file of bills first, then the payments.", "number");
}

internal enum TakenAs { Added, Changed, Same }
