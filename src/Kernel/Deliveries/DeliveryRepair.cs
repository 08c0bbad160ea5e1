using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;

namespace GridDesk.Kernel.Deliveries;

/// <summary>Writes again what should be there: deliveries of events that have none. Belongs inside a save.</summary>
public sealed class DeliveryRepair(OfficeDb db, EventKinds kinds, Subscriptions subscriptions)
{
    /// <summary>Where the deliveries of one subject to one handler stand.</summary>
    public static string LaneOf(string subject, Type handler) => $"{subject}|{handler.Name}";

    /// <summary>Has the handler carry the event out, once more if it did already; false when it does not want it.</summary>
    public async Task<bool> QueueAsync(Guid happened, Type handler, Instant now, CancellationToken cancel)
    {
        var row = await db.Set<RecordedEvent>().AsNoTracking().SingleAsync(e => e.Id == happened, cancel);
        var read = kinds.Read(row.Name, row.Shape, row.Body);
        if (subscriptions.Of(read).FirstOrDefault(s => s.Handler == handler) is not { } subscription)
        {
            return false;
        }

        db.Add(Delivery.Of(row, read, subscription, now));
        return true;
    }

    /// <summary>Writes what of these events has no delivery although a handler wanted it.</summary>
    internal async Task<int> FillAsync(IReadOnlyList<RecordedEvent> events, Instant now, CancellationToken cancel)
    {
        var ids = events.Select(e => e.Id).ToList();
        var there = (await db.Set<Delivery>().Where(d => ids.Contains(d.Event)).Select(d => new { d.Event, d.Handler }).ToListAsync(cancel)).Select(d => (d.Event, d.Handler)).ToHashSet();
        var missing = 0;
        foreach (var row in events)
        {
            var happened = kinds.Read(row.Name, row.Shape, row.Body);
            foreach (var subscription in subscriptions.Of(happened).Where(s => !s.Varies && !there.Contains((row.Id, s.Handler.FullName!))))
            {
                db.Add(Delivery.Of(row, happened, subscription, now));
                missing++;
            }
        }

        return missing;
    }

    /// <summary>The queue in which a delivery belongs; null when nobody carries it out any more, or its event is gone.</summary>
    internal async Task<string?> QueueOfAsync(Delivery delivery, CancellationToken cancel)
    {
        if (await db.Set<RecordedEvent>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == delivery.Event, cancel) is not { } row)
        {
            return null;
        }

        var happened = kinds.Read(row.Name, row.Shape, row.Body);
        return (subscriptions.Of(happened).FirstOrDefault(s => s.Handler.FullName == delivery.Handler) ?? subscriptions.Find(delivery.Handler, happened.GetType()))?.Queue.Name;
    }
}
