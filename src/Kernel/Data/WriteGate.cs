using System.Collections.Concurrent;
using System.Data;

namespace GridDesk.Kernel.Data;

/// <summary>
/// SQLite has one writer at a time. Waiting for it inside the process is fair and cheap; waiting inside SQLite is a
/// busy loop that can starve. Whoever waits to commit a command joins the one before: one COMMIT saves them all
/// (<see cref="CommitGroup"/>). PostgreSQL needs no gate.
/// </summary>
internal sealed class WriteGate
{
    private static readonly ConcurrentDictionary<string, WriteGate> Gates = [];

    private readonly Lock _lock = new();
    private readonly Queue<Waiting> _waiting = [];
    private bool _taken;

    public static WriteGate Of(OfficeDb db) => Gates.GetOrAdd(db.Database.GetConnectionString()!, _ => new WriteGate());

    /// <summary>Writes alone until what is given back is disposed of; null on PostgreSQL.</summary>
    public static async Task<IDisposable?> EnterAsync(OfficeDb db, CancellationToken cancel)
    {
        if (db.IsPostgres)
        {
            return null;
        }

        var gate = Of(db);
        await gate.WaitAsync(joins: false, cancel);
        return new Turn(gate);
    }

    /// <summary>Does <paramref name="write"/> in a transaction of its own or in one that is open; done when it is on the disk.</summary>
    public async Task CommitAsync(OfficeDb db, Func<Task> write, CancellationToken cancel)
    {
        // Whoever reads something at the same time keeps their own connection, and so a transaction of their own.
        if (await WaitAsync(joins: db.Database.GetDbConnection().State == ConnectionState.Closed, cancel) is { } group)
        {
            await group.JoinAsync(db, write, cancel);
            return;
        }

        using var turn = new Turn(this);
        await CommitGroup.LeadAsync(this, db, write, cancel);
    }

    /// <summary>Gives the turn to whoever waits next, in that group's transaction; false when nobody waits who may join it.</summary>
    public bool TryPassOn(CommitGroup group)
    {
        lock (_lock)
        {
            while (_waiting.TryPeek(out var next) && (next.Joins || next.Task.IsCompleted))
            {
                _waiting.Dequeue();
                if (next.TrySetResult(group))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private async Task<CommitGroup?> WaitAsync(bool joins, CancellationToken cancel)
    {
        Waiting mine;
        lock (_lock)
        {
            if (!_taken)
            {
                _taken = true;
                return null;
            }

            _waiting.Enqueue(mine = new(joins));
        }

        await using var gaveUp = cancel.UnsafeRegister(static (waiting, cancel) => ((Waiting)waiting!).TrySetCanceled(cancel), mine);
        return await mine.Task;
    }

    private void Release()
    {
        lock (_lock)
        {
            while (_waiting.TryDequeue(out var next))
            {
                if (next.TrySetResult(null))
                {
                    return;
                }
            }

            _taken = false;
        }
    }

    private sealed class Waiting(bool joins) : TaskCompletionSource<CommitGroup?>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public bool Joins => joins;
    }

    private sealed class Turn(WriteGate gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
