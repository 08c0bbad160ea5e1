using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Sweeps;

namespace GridDesk.Kernel.Deliveries;

/// <summary>
/// Deliveries that no worker would ever take: their queue is served by nobody since a new version named it otherwise, or their event is
/// gone. They go to the right queue; where there is none they are given up, and so stand among those that a person sees.
/// </summary>
internal sealed class StrayDeliveries(OfficeDb db, Subscriptions subscriptions, DeliveryRepair repair) : ISweep
{
    private const int AtOnce = 500;

    // A process of the other version may still be at them.
    private static readonly Duration Patience = Duration.FromMinutes(15);

    public async Task<Swept> RunAsync(Instant since, Instant now, CancellationToken cancel)
    {
        var (served, before) = (subscriptions.Queues.Select(q => q.Name).ToList(), now - Patience);
        var open = db.Set<Delivery>().AsNoTracking().Where(d => d.DoneAt == null && d.GivenUpAt == null && d.DueAt < before);
        List<Delivery> strays =
        [
            .. await open.Where(d => !served.Contains(d.Queue)).OrderBy(d => d.DueAt).Take(AtOnce).ToListAsync(cancel),
            // Only those that failed: whoever carries one out misses its event first.
            .. await open.Where(d => served.Contains(d.Queue) && d.Attempts > 0 && !db.Set<RecordedEvent>().Any(e => e.Id == d.Event)).OrderBy(d => d.DueAt).Take(AtOnce).ToListAsync(cancel),
        ];
        var left = new List<LeftOver>();
        foreach (var stray in strays)
        {
            await db.CommitAsync(() => PutRightAsync(stray, left, now, cancel), cancel);
        }

        return Swept.Of(strays.Count - left.Count, left);
    }

    private async Task PutRightAsync(Delivery stray, List<LeftOver> left, Instant now, CancellationToken cancel)
    {
        var row = db.Set<Delivery>().Where(d => d.Id == stray.Id && d.DoneAt == null);
        if (await repair.QueueOfAsync(stray, cancel) is { } queue)
        {
            await row.ExecuteUpdateAsync(set => set.SetProperty(d => d.Queue, queue).SetProperty(d => d.DueAt, now).SetProperty(d => d.LeaseUntil, (Instant?)null), cancel);
            return;
        }

        left.Add(new(stray.Lane));
        await row.ExecuteUpdateAsync(set => set.SetProperty(d => d.GivenUpAt, now).SetProperty(d => d.LastError, "Nobody carries this out any more, or its event is gone"), cancel);
    }
}
