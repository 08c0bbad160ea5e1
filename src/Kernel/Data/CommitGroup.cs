using Microsoft.EntityFrameworkCore.Storage;

namespace GridDesk.Kernel.Data;

/// <summary>
/// One SQLite transaction in which several commands write, each in its turn, and which is committed once for all of them:
/// the disk is waited for once. A command that is refused takes back its own writes only. Nobody is answered before the
/// commit, so what one command saw of another is never undone under it. (Group commit: DeWitt et al., 1984.)
/// </summary>
internal sealed class CommitGroup
{
    // So that the first is not kept waiting for all that come after it.
    private const int MembersAtMost = 16;

    private const string Savepoint = "member";

    private readonly WriteGate _gate;
    private readonly IDbContextTransaction _transaction;
    private readonly TaskCompletionSource _committed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _members = 1;

    private CommitGroup(WriteGate gate, IDbContextTransaction transaction) => (_gate, _transaction) = (gate, transaction);

    /// <summary>Begins the transaction on the connection of <paramref name="db"/>, lets others join and ends when it is committed.</summary>
    public static async Task LeadAsync(WriteGate gate, OfficeDb db, Func<Task> write, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            // Savepoints copy the pages they may have to bring back: in memory, not in a temporary file.
            await db.Database.ExecuteSqlRawAsync("PRAGMA temp_store = MEMORY", cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await write();
            await new CommitGroup(gate, transaction).PassOnAsync();
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Writes in this transaction, on its connection.</summary>
    public async Task JoinAsync(OfficeDb db, Func<Task> write, CancellationToken cancel)
    {
        try
        {
            await BorrowAsync(db, write, cancel);
        }
        finally
        {
            await PassOnAsync(); // whatever happened: others wait
        }
    }

    private async Task BorrowAsync(OfficeDb db, Func<Task> write, CancellationToken cancel)
    {
        var (own, shared) = (db.Database.GetConnectionString(), _transaction.GetDbTransaction());
        db.Database.SetDbConnection(shared.Connection);
        try
        {
            await using var joined = await db.Database.UseTransactionAsync(shared, CancellationToken.None);
            await WriteAsync(joined!, write, cancel);
        }
        finally
        {
            db.Database.SetDbConnection(null, contextOwnsConnection: true);
            db.Database.SetConnectionString(own);
        }
    }

    private async Task WriteAsync(IDbContextTransaction joined, Func<Task> write, CancellationToken cancel)
    {
        await joined.CreateSavepointAsync(Savepoint, CancellationToken.None);
        try
        {
            await write();
            await joined.ReleaseSavepointAsync(Savepoint, cancel);
        }
        catch (Exception refused)
        {
            await TakeBackAsync(joined, refused);
            throw;
        }
    }

    // A full disk ends the whole transaction at once: then nobody's writes are there any more.
    private async Task TakeBackAsync(IDbContextTransaction joined, Exception refused)
    {
        try
        {
            await joined.RollbackToSavepointAsync(Savepoint, CancellationToken.None);
        }
        catch (Exception lost)
        {
            _committed.TrySetException(new IOException("SQLite gave up the transaction; nothing of it is saved", new AggregateException(refused, lost)));
        }
    }

    // To whoever waits, else to the disk.
    private async Task PassOnAsync()
    {
        if (!_committed.Task.IsCompleted && (_members++ == MembersAtMost || !_gate.TryPassOn(this)))
        {
            try
            {
                await _transaction.CommitAsync(CancellationToken.None);
                _committed.TrySetResult();
            }
            catch (Exception lost)
            {
                _committed.TrySetException(lost);
            }
        }

        await _committed.Task;
    }
}
