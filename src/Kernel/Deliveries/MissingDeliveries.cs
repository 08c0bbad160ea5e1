using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Sweeps;

namespace GridDesk.Kernel.Deliveries;

/// <summary>
/// Events that a handler wanted and for which nobody wrote a delivery: recorded by a process of an older version while this one was being
/// put in its place, or brought back from a copy without it. They are written now.
/// </summary>
internal sealed class MissingDeliveries(OfficeDb db, EventKinds kinds, Subscriptions subscriptions, DeliveryRepair repair) : ISweep
{
    private const int AtOnce = 500;

    // Whatever was being saved then has been saved.
    private static readonly Duration Settled = Duration.FromMinutes(10);

    public async Task<Swept> RunAsync(Instant since, Instant now, CancellationToken cancel)
    {
        var names = subscriptions.All.Where(s => !s.Varies).Select(s => kinds.NameOf(s.Event).Name).ToHashSet();
        var (mended, until) = (0, FirstIdOf(now - Settled));
        for (Guid? from = FirstIdOf(since - Settled); from is { } after;)
        {
            var events = await db.Set<RecordedEvent>().AsNoTracking().Where(e => e.Id.CompareTo(after) >= 0 && e.Id.CompareTo(until) < 0 && names.Contains(e.Name)).OrderBy(e => e.Id).Take(AtOnce + 1).ToListAsync(cancel);
            mended += await db.CommitAsync(() => repair.FillAsync(events, now, cancel), cancel);
            db.ChangeTracker.Clear();
            from = events.Count > AtOnce ? events[^1].Id : null;
        }

        return Swept.Of(mended);
    }

    // Ids begin with the moment in which they were made.
    private static Guid FirstIdOf(Instant moment)
    {
        Span<byte> id = stackalloc byte[16];
        Guid.CreateVersion7(moment.ToDateTimeOffset()).TryWriteBytes(id, bigEndian: true, out _);
        id[6..].Clear();
        return new(id, bigEndian: true);
    }
}
