using GridDesk.Kernel.Data;
using GridDesk.Kernel.Sweeps;

namespace GridDesk.Kernel.Deliveries;

/// <summary>
/// Queues in which something has been due for long while nobody is at anything: their workers hang, and a person starts the program again.
/// What is leased or put off further than anything ever is was written while the clock was wrong; that is taken back.
/// </summary>
internal sealed class StuckDeliveries(OfficeDb db) : ISweep
{
    private static readonly Duration Patience = Duration.FromMinutes(15);

    // Nobody has swept for so long: the program was off, and its workers have only begun.
    private static readonly Duration JustOpened = Duration.FromMinutes(30);

    private static readonly Duration LongestLease = Duration.FromHours(1);
    private static readonly Duration LongestPause = Duration.FromDays(7);

    public async Task<Swept> RunAsync(Instant since, Instant now, CancellationToken cancel)
    {
        var (leasedTo, pausedTo, before) = (now + LongestLease, now + LongestPause, now - Patience);
        var open = db.Set<Delivery>().Where(d => d.DoneAt == null && d.GivenUpAt == null);
        var mended = await db.CommitAsync(() => open.Where(d => d.LeaseUntil > leasedTo || d.DueAt > pausedTo)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.LeaseUntil, (Instant?)null).SetProperty(d => d.DueAt, now), cancel), cancel);

        List<LeftOver> left = [];
        if (now - since > JustOpened)
        {
            return Swept.Of(mended);
        }

        foreach (var queue in await open.Where(d => d.DueAt < before).Select(d => d.Queue).Distinct().ToListAsync(cancel))
        {
            // A long row that is being worked off is not stuck, nor is what waits for another one of its lane.
            if (!await open.AnyAsync(d => d.Queue == queue && d.LeaseUntil >= now, cancel)
                && await open.CountAsync(d => d.Queue == queue && d.DueAt < before && !open.Any(e => e.Lane == d.Lane && e.Version < d.Version), cancel) is > 0 and var due)
            {
                left.Add(new($"{queue}: {due:#,0}"));
            }
        }

        return Swept.Of(mended, left);
    }
}
