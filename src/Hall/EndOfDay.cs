using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Recurring;

namespace GridDesk.Hall;

/// <summary>Whom nobody finished with, and the counters that nobody closed: both end with their day, so that the morning begins with an empty hall.</summary>
internal sealed class EndOfDay(OfficeDb db, EventLog events, PackInForce pack) : IRecur
{
    public Task RunAsync(Instant now, CancellationToken cancel) => db.CommitAsync(async () =>
    {
        var today = pack.Calendar.Today(now);
        foreach (var ticket in await db.Tickets.Where(t => t.Day < today && (t.State == TicketState.Called || t.State == TicketState.Held)).ToListAsync(cancel))
        {
            events.Record(ticket, ticket.LeaveOpen(), Actor.Office);
        }

        var midnight = pack.Calendar.Zone.AtStartOfDay(today).ToInstant();
        foreach (var counter in await db.Counters.Where(c => c.State != CounterState.Closed && c.ChangedAt < midnight).ToListAsync(cancel))
        {
            events.Record(counter, counter.Close(now), Actor.Office);
        }
    }, cancel);
}
