using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Recurring;

namespace GridDesk.Hall.Book;

/// <summary>Every minute: reminders that are due, who did not come, times kept for nobody any more, visits on days that were shut since.</summary>
internal sealed class TendBookings(OfficeDb db, EventLog events, BookingDesk desk, FreeTimes times, PackInForce pack) : IRecur
{
    private const int AtOnce = 200;

    public async Task RunAsync(Instant now, CancellationToken cancel)
    {
        if (Definition.HallSettings.Find(pack)?.Bookings is not { } rules)
        {
            return;
        }

        var late = now - Duration.FromMinutes(rules.Late);
        await EachAsync(db.Bookings.Where(b => b.State == BookingState.Booked && b.At <= late).OrderBy(b => b.At).Select(b => b.Id), id => desk.MissAsync(new(id, Actor.Office), cancel), cancel);
        foreach (var ahead in await db.Bookings.Where(b => b.State == BookingState.Booked && b.At > now).OrderBy(b => b.At).Select(b => new { b.Id, b.Site, b.At }).ToListAsync(cancel))
        {
            if (IsShut(ahead.Site, ahead.At))
            {
                await TryAsync(() => desk.CancelAsync(new(ahead.Id, Actor.Office), CancelReason.Shut, cancel));
            }
        }

        await EachAsync(db.Bookings.Where(b => b.RemindAt <= now).OrderBy(b => b.RemindAt).Select(b => b.Id), id => RemindAsync(id, now, cancel), cancel);
        await EachAsync(db.WaitList.Where(w => w.State == WaitState.Offered && w.OfferedUntil < now).OrderBy(w => w.OfferedUntil).Select(w => w.Id), id => desk.LeaveAsync(id, WaitEnd.NotTaken, Actor.Office, cancel), cancel);
        await EachAsync(db.WaitList.Where(w => w.State == WaitState.Waiting && w.Until <= now).Select(w => w.Id), id => desk.LeaveAsync(id, WaitEnd.Over, Actor.Office, cancel), cancel);
        await desk.ForgetFormsAsync(now, cancel);
    }

    private bool IsShut(string site, Instant moment)
    {
        var at = moment.InZone(pack.Calendar.Zone);
        return pack.Calendar.Knows(at.Date) && !pack.Calendar.HoursOn(at.Date, site).Any(hours => hours.From <= at.TimeOfDay && at.TimeOfDay < hours.Until);
    }

    private Task RemindAsync(Guid id, Instant now, CancellationToken cancel) => db.CommitAsync(async () =>
    {
        var booking = await desk.GetAsync(id, cancel);
        if (booking.RemindAt <= now)
        {
            events.Record(booking, booking.Remind(times.Rules.NextReminder(booking.At, now)), Actor.Office);
        }
    }, cancel);

    // Each in a save of its own: one that somebody is just changing is left for the next minute.
    private async Task EachAsync(IQueryable<Guid> those, Func<Guid, Task> work, CancellationToken cancel)
    {
        foreach (var id in await those.Take(AtOnce).ToListAsync(cancel))
        {
            await TryAsync(() => work(id));
        }
    }

    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Refusal)
        {
        }

        db.ChangeTracker.Clear();
    }
}
