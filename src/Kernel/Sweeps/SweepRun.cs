using GridDesk.Kernel.Data;
using GridDesk.Kernel.Recurring;

namespace GridDesk.Kernel.Sweeps;

/// <summary>Runs a sweep and keeps what it found. By being recurring work it runs in one process at a time.</summary>
internal sealed class SweepRun<T>(T sweep, IEnumerable<Sweep> sweeps, OfficeDb db) : IRecur where T : ISweep
{
    // The first time, what was recorded long before is left as it is.
    private static readonly Duration AtFirst = Duration.FromDays(1);

    private readonly string _name = sweeps.Single(s => s.Handler == typeof(T)).Name;

    public async Task RunAsync(Instant now, CancellationToken cancel)
    {
        var last = await db.Set<SweepResult>().Where(r => r.Name == _name).Select(r => (Instant?)r.At).SingleOrDefaultAsync(cancel);
        var swept = await sweep.RunAsync(last ?? (now - AtFirst), now, cancel);
        db.ChangeTracker.Clear();
        await db.CommitAsync(async () =>
        {
            var result = await db.Set<SweepResult>().SingleOrDefaultAsync(r => r.Name == _name, cancel);
            if (result is null)
            {
                db.Add(result = new SweepResult { Name = _name });
            }

            result.Keep(swept, now);
        }, cancel);
    }
}
