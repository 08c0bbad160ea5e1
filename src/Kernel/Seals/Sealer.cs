using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Recurring;

namespace GridDesk.Kernel.Seals;

/// <summary>Seals, every ten seconds, the events that are certainly complete.</summary>
internal sealed class Sealer(OfficeDb db) : IRecur
{
    /// <summary>Bounds one seal, so that a long backlog is sealed in pieces.</summary>
    private const int AtMost = 20_000;

    public async Task RunAsync(Instant now, CancellationToken cancel)
    {
        while (await SealNextAsync(now, cancel)) { }
    }

    private Task<bool> SealNextAsync(Instant now, CancellationToken cancel) => db.CommitAsync(async () =>
    {
        var open = await CompleteAsync(cancel);
        if (open.Count == 0)
        {
            return false;
        }

        var previous = await db.Set<Seal>().AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancel);
        var seal = Seal.Over([.. open.Select(e => e.Hash)], previous, now);
        db.Add(seal);
        await db.SaveChangesAsync(cancel);
        foreach (var part in open.Select(e => e.Id).Chunk(500))
        {
            await db.Set<RecordedEvent>().Where(e => part.Contains(e.Id)).ExecuteUpdateAsync(set => set.SetProperty(e => e.Seal, seal.Number), cancel);
        }

        return open.Count == AtMost;
    }, cancel);

    // On PostgreSQL an event is complete when its transaction is older than the oldest that still runs; a later id than any
    // issued comes from a restored backup and is complete too. On SQLite whatever can be read is complete.
    private async Task<IReadOnlyList<(Guid Id, byte[] Hash)>> CompleteAsync(CancellationToken cancel)
    {
        var complete = db.IsPostgres
            ? db.Set<RecordedEvent>().FromSqlRaw("""
                SELECT * FROM events WHERE seal IS NULL AND (transaction < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
                    OR transaction > pg_current_xact_id()::text::bigint)
                """)
            : db.Set<RecordedEvent>().Where(e => e.Seal == null);
        var rows = await complete.OrderBy(e => e.Id).Take(AtMost).Select(e => new { e.Id, e.Hash }).ToListAsync(cancel);
        return [.. rows.Select(r => (r.Id, r.Hash))];
    }
}
