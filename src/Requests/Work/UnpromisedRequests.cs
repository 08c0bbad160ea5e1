using GridDesk.Kernel.Data;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Sweeps;

namespace GridDesk.Requests.Work;

/// <summary>Accepted requests under which no promise runs: they stand on nobody's list and nobody is chased for them, while their customers wait.</summary>
internal sealed class UnpromisedRequests(OfficeDb db) : ISweep
{
    private const int AtOnce = 100;

    public async Task<Swept> RunAsync(Instant since, Instant now, CancellationToken cancel)
    {
        var open = db.Requests.Where(r => r.Status == RequestStatus.InProgress || r.Status == RequestStatus.WaitingForCustomer);
        var numbers = await open.Where(r => !db.Set<Promise>().Any(p => p.Id == r.PromiseId && p.ClosedAt == null)).OrderBy(r => r.Id).Take(AtOnce).Select(r => r.Number!).ToListAsync(cancel);
        return Swept.Of(0, [.. numbers.Select(number => new LeftOver(number))]);
    }
}
