using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.Query;

namespace GridDesk.Kernel.Deliveries;

/// <summary>How a worker takes deliveries so that no other worker, in this process or another, has them at the same time.</summary>
internal static class DeliveryClaims
{
    /// <summary>Longer than any handler may take; a worker that died is replaced after it.</summary>
    public static readonly Duration Lease = Duration.FromMinutes(2);

    /// <summary>Whether anything of the queue may be due; looked up without holding up whoever writes.</summary>
    public static Task<bool> AnyAsync(OfficeDb db, DeliveryQueue queue, Instant now, CancellationToken cancel) =>
        db.Set<Delivery>().AnyAsync(d => d.Queue == queue.Name && d.DoneAt == null && d.GivenUpAt == null && d.DueAt <= now, cancel);

    /// <summary>Takes what is due first: the urgent before the routine, and of each lane only the first.</summary>
    /// <param name="queue">Any when null.</param>
    public static async Task<IReadOnlyList<Delivery>> ClaimAsync(OfficeDb db, DeliveryQueue? queue, int atMost, Instant now, CancellationToken cancel)
    {
        using var turn = await WriteGate.EnterAsync(db, cancel);
        var at = now.ToDateTimeUtc();
        var lease = (now + Lease).ToDateTimeUtc();
        var text = $$"""
            WITH next AS MATERIALIZED (
                SELECT d.id FROM deliveries d
                WHERE d.done_at IS NULL AND d.given_up_at IS NULL AND d.due_at <= {0} {{(queue is null ? "" : "AND d.queue = {3}")}}
                  AND (d.lease_until IS NULL OR d.lease_until < {0})
                  AND NOT EXISTS (SELECT 1 FROM deliveries e WHERE e.lane = d.lane AND e.done_at IS NULL AND e.given_up_at IS NULL AND e.version < d.version)
                ORDER BY d.is_routine, d.due_at, d.id LIMIT {2} {{(db.IsPostgres ? "FOR UPDATE SKIP LOCKED" : "")}})
            UPDATE deliveries SET lease_until = {1}, fence = fence + 1, attempts = attempts + 1 WHERE id IN (SELECT id FROM next) RETURNING *
            """;
        object[] values = [at, lease, atMost, .. queue is null ? (object[])[] : [queue.Name]];
        var rows = await db.Set<Delivery>().FromSqlRaw(text, values).AsNoTracking().ToListAsync(cancel);
        return [.. rows.OrderBy(d => d.IsRoutine).ThenBy(d => d.DueAt).ThenBy(d => d.Id)];
    }

    /// <summary>Marks the claimed delivery done within the current transaction; false when the claim has been taken over meanwhile.</summary>
    public static Task<bool> CompleteAsync(OfficeDb db, Delivery claimed, Instant now, CancellationToken cancel) =>
        LeaveAsync(db, claimed, set => set.SetProperty(d => d.DoneAt, now).SetProperty(d => d.LastError, (string?)null), cancel);

    /// <summary>It is to be tried again after a pause, or by nobody any more; false when the claim has been taken over meanwhile.</summary>
    public static Task<bool> FailAsync(OfficeDb db, Delivery claimed, string error, Instant now, CancellationToken cancel)
    {
        Instant? givenUp = RetryRule.GivesUp(claimed.Attempts) ? now : null;
        return LeaveAsync(db, claimed, set => set
            .SetProperty(d => d.DueAt, now + RetryRule.PauseAfter(claimed.Attempts))
            .SetProperty(d => d.GivenUpAt, givenUp)
            .SetProperty(d => d.LastError, error.Length > 2000 ? error[..2000] : error), cancel);
    }

    /// <summary>It waits until then, as if nobody had tried; false when the claim has been taken over meanwhile.</summary>
    public static Task<bool> PutOffAsync(OfficeDb db, Delivery claimed, Instant until, CancellationToken cancel) =>
        LeaveAsync(db, claimed, set => set.SetProperty(d => d.DueAt, until).SetProperty(d => d.Attempts, claimed.Attempts - 1), cancel);

    private static async Task<bool> LeaveAsync(OfficeDb db, Delivery claimed, Action<UpdateSettersBuilder<Delivery>> change, CancellationToken cancel) =>
        await db.Set<Delivery>().Where(d => d.Id == claimed.Id && d.Fence == claimed.Fence && d.DoneAt == null).ExecuteUpdateAsync(set =>
        {
            set.SetProperty(d => d.LeaseUntil, (Instant?)null);
            change(set);
        }, cancel) == 1;
}
