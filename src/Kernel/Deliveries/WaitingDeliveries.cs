using GridDesk.Kernel.Data;

namespace GridDesk.Kernel.Deliveries;

/// <summary>Deliveries that wait for their next try.</summary>
public static class WaitingDeliveries
{
    // Long pauses are for a system that is still gone; whoever is woken begins with short ones again.
    private const int ShortPauses = 4;

    /// <summary>How many stand in line now, or will as soon as what they failed for is mended; never more than <paramref name="atMost"/>.</summary>
    public static Task<int> InLineAsync(OfficeDb db, DeliveryQueue queue, string failure, int atMost, Instant now, CancellationToken cancel) =>
        db.Set<Delivery>().Where(d => d.Queue == queue.Name && d.DoneAt == null && d.GivenUpAt == null && (d.DueAt <= now || d.LastError == failure)).Take(atMost).CountAsync(cancel);

    /// <summary>Has those that failed for <paramref name="failure"/> tried again at once, those that fell due first before the others. Belongs inside a save.</summary>
    public static async Task WakeAsync(OfficeDb db, DeliveryQueue queue, string failure, int atMost, Instant now, CancellationToken cancel)
    {
        var waiting = db.Set<Delivery>().Where(d => d.Queue == queue.Name && d.DoneAt == null && d.GivenUpAt == null && d.LeaseUntil == null && d.DueAt > now && d.LastError == failure);
        var woken = atMost == int.MaxValue ? waiting : db.Set<Delivery>().Where(d => waiting.OrderBy(w => w.IsRoutine).ThenBy(w => w.DueAt).Take(atMost).Select(w => w.Id).Contains(d.Id));
        await woken.ExecuteUpdateAsync(set => set
            .SetProperty(d => d.DueAt, now)
            .SetProperty(d => d.Attempts, d => d.Attempts < ShortPauses ? d.Attempts : ShortPauses), cancel);
    }
}
