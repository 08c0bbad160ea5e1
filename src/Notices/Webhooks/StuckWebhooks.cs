using GridDesk.Kernel.Data;
using GridDesk.Kernel.Sweeps;

namespace GridDesk.Notices.Webhooks;

/// <summary>
/// Webhooks that would wait for good: for a receiver that was removed while they were being written (they are dropped, as the others were),
/// or held by a lease that was written while the clock was wrong (it is taken back). What is due for long while nobody is at it is left to a person.
/// </summary>
internal sealed class StuckWebhooks(OfficeDb db) : ISweep
{
    private static readonly Duration Patience = Duration.FromMinutes(15);

    // Nobody has swept for so long: the program was off, and its worker has only begun.
    private static readonly Duration JustOpened = Duration.FromMinutes(30);

    private static readonly Duration LongestLease = Duration.FromHours(1);

    public async Task<Swept> RunAsync(Instant since, Instant now, CancellationToken cancel)
    {
        var (leasedTo, before) = (now + LongestLease, now - Patience);
        var mended = await db.CommitAsync(async () =>
            await db.WebhookDeliveries.Where(d => d.DoneAt == null && d.GivenUpAt == null && !db.Set<WebhookReceiver>().Any(r => r.Id == d.Receiver && r.State != WebhookState.Removed)).ExecuteDeleteAsync(cancel)
            + await db.WebhookReceivers.Where(r => r.LeaseUntil > leasedTo).ExecuteUpdateAsync(set => set.SetProperty(r => r.LeaseUntil, (Instant?)null), cancel), cancel);
        if (now - since > JustOpened)
        {
            return Swept.Of(mended);
        }

        var stuck = await db.WebhookReceivers.Where(r => r.State == WebhookState.Active && (r.LeaseUntil == null || r.LeaseUntil < now) && WebhookRound.Due(db, before).Any(d => d.Receiver == r.Id))
            .OrderBy(r => r.Name).Select(r => new { r.Id, r.Name }).ToListAsync(cancel);
        return Swept.Of(mended, [.. stuck.Select(r => new LeftOver(r.Name, $"/desk/admin/webhooks/{r.Id}"))]);
    }
}
