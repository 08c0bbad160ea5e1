using System.Collections.Concurrent;
using GridDesk.Kernel.Data;

namespace GridDesk.Bills;

/// <summary>
/// Whoever changes a bill, and whoever speaks about it, take turns. PostgreSQL has locks on rows for that; on SQLite, which one process
/// writes, these are they. Bills share a turn by their number, so that there are few of them; two who want several take them in one order.
/// </summary>
internal sealed class BillTurns : IDisposable
{
    private const int Turns = 128;

    private static readonly ConcurrentDictionary<string, SemaphoreSlim[]> Of = [];

    private readonly List<SemaphoreSlim> _taken = [];

    private BillTurns() { }

    /// <summary>Null on PostgreSQL.</summary>
    public static async Task<IDisposable?> EnterAsync(OfficeDb db, IReadOnlyCollection<string> numbers, CancellationToken cancel)
    {
        if (db.IsPostgres)
        {
            return null;
        }

        var all = Of.GetOrAdd(db.Database.GetConnectionString()!, _ => [.. Enumerable.Range(0, Turns).Select(_ => new SemaphoreSlim(1, 1))]);
        var mine = new BillTurns();
        try
        {
            foreach (var turn in numbers.Select(number => (int)((uint)number.GetHashCode(StringComparison.Ordinal) % Turns)).Distinct().Order())
            {
                await all[turn].WaitAsync(cancel);
                mine._taken.Add(all[turn]);
            }

            return mine;
        }
        catch
        {
            mine.Dispose();
            throw;
        }
    }

    public void Dispose() => _taken.ForEach(turn => turn.Release());
}
