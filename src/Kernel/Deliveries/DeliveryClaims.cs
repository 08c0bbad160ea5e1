using GridDesk.Kernel.Data;

namespace GridDesk.Kernel.Deliveries;

/// <summary>How a worker takes a delivery so that no other worker, in this process or another, has it at the same time.</summary>
internal static class DeliveryClaims
{
    /// <summary>Longer than any handler may take; a worker that died is replaced after it.</summary>
    public static readonly Duration Lease = Duration.FromMinutes(2);

    public static async Task<Delivery?> ClaimNextAsync(OfficeDb db, Instant now, CancellationToken cancel)
    {
        using var turn = await WriteGate.EnterAsync(db, cancel);
        var at = now.ToDateTimeUtc();
        var lease = (now + Lease).ToDateTimeUtc();
        FormattableString claim = $"""
            UPDATE deliveries SET lease_until = {lease}, fence = fence + 1, attempts = attempts + 1
            WHERE id = (
                SELECT d.id FROM deliveries d
                WHERE d.done_at IS NULL AND d.given_up_at IS NULL AND d.due_at <= {at}
                  AND (d.lease_until IS NULL OR d.lease_until < {at})
                  AND NOT EXISTS (SELECT 1 FROM deliveries e WHERE e.lane = d.lane AND e.done_at IS NULL AND e.given_up_at IS NULL AND e.version < d.version)
                ORDER BY d.due_at, d.id LIMIT 1
            """;
        var text = claim.Format + (db.IsPostgres ? " FOR UPDATE SKIP LOCKED) RETURNING *" : ") RETURNING *");
        var rows = await db.Set<Delivery>().FromSqlRaw(text, claim.GetArguments()!).AsNoTracking().ToListAsync(cancel);
        return rows.SingleOrDefault();
    }

    /// <summary>Marks the claimed delivery done within the current transaction; false when the claim has been taken over meanwhile.</summary>
    public static async Task<bool> CompleteAsync(OfficeDb db, Delivery claimed, Instant now, CancellationToken cancel) =>
        await db.Set<Delivery>().Where(d => d.Id == claimed.Id && d.Fence == claimed.Fence && d.DoneAt == null)
            .ExecuteUpdateAsync(set => set
                .SetProperty(d => d.DoneAt, now)
                .SetProperty(d => d.LeaseUntil, (Instant?)null)
                .SetProperty(d => d.LastError, (string?)null), cancel) == 1;

    public static async Task FailAsync(OfficeDb db, Delivery claimed, string error, Instant now, CancellationToken cancel)
    {
        using var turn = await WriteGate.EnterAsync(db, cancel);
        var due = now + RetryRule.PauseAfter(claimed.Attempts);
        Instant? givenUp = RetryRule.GivesUp(claimed.Attempts) ? now : null;
        await db.Set<Delivery>().Where(d => d.Id == claimed.Id && d.Fence == claimed.Fence)
            .ExecuteUpdateAsync(set => set
                .SetProperty(d => d.DueAt, due)
                .SetProperty(d => d.LeaseUntil, (Instant?)null)
                .SetProperty(d => d.GivenUpAt, givenUp)
                .SetProperty(d => d.LastError, error.Length > 2000 ? error[..2000] : error), cancel);
    }
}
