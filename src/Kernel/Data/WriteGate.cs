using System.Collections.Concurrent;

namespace GridDesk.Kernel.Data;

/// <summary>
/// SQLite has one writer at a time. Waiting for it inside the process is fair and cheap; waiting inside SQLite is a
/// busy loop that can starve. PostgreSQL needs no gate.
/// </summary>
internal static class WriteGate
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = [];

    public static async Task<IDisposable?> EnterAsync(OfficeDb db, CancellationToken cancel)
    {
        if (db.IsPostgres)
        {
            return null;
        }

        var gate = Gates.GetOrAdd(db.Database.GetConnectionString()!, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancel);
        return new Turn(gate);
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
