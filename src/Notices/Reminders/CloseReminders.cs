using GridDesk.Bills;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Recurring;

namespace GridDesk.Notices.Reminders;

/// <summary>Every few minutes: a reminder whose bill was paid, cancelled or has passed its day is closed with what came of it.</summary>
internal sealed class CloseReminders(OfficeDb db, EventLog events, BillDirectory bills, PackInForce pack) : IRecur
{
    private const int AtOnce = 300;

    public async Task RunAsync(Instant now, CancellationToken cancel)
    {
        for (Guid? after = Guid.Empty; after is { } last;)
        {
            after = await db.CommitAsync(() => CloseAsync(last, now, cancel), cancel);
            db.ChangeTracker.Clear();
        }
    }

    private async Task<Guid?> CloseAsync(Guid after, Instant now, CancellationToken cancel)
    {
        var open = await db.Reminders.Where(r => r.ClosedAt == null && r.Id.CompareTo(after) > 0).OrderBy(r => r.Id).Take(AtOnce).ToListAsync(cancel);
        var known = await bills.OfAsync([.. open.SelectMany(r => r.Bills).Distinct()], cancel);
        var ids = open.Select(r => r.Message).ToList();
        var left = await db.Messages.AsNoTracking().Where(m => ids.Contains(m.Id) && m.State != MessageState.Waiting).ToDictionaryAsync(m => m.Id, cancel);
        var today = pack.Calendar.Today(now);
        foreach (var reminder in open)
        {
            var of = reminder.Bills.Select(number => known.GetValueOrDefault(number)).ToList();
            var isOpen = of.Any(b => b?.State is BillState.Open);
            if (!isOpen || today > KnownBill.LastDayToPay(reminder.DueOn, pack.Calendar))
            {
                var paid = of.All(b => b?.State is BillState.Paid);
                var wasSaid = left.GetValueOrDefault(reminder.Message) is { State: MessageState.HandedOver or MessageState.Delivered, IsSpooled: false };
                // What was paid before it was said, and heard of later, was not paid because of it.
                var before = of.Any(b => b?.ClosedAt is { } at && pack.Calendar.Today(at) < reminder.Day);
                bool? inTime = !wasSaid || before || of.Any(b => b is null or { State: BillState.Cancelled }) ? null : paid && of.All(b => b!.PaidInTime is true);
                events.Record(reminder, reminder.Close(inTime, now), Actor.Office);
            }
        }

        return open.Count == AtOnce ? open[^1].Id : null;
    }
}
