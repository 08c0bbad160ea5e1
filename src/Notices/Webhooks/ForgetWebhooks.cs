using GridDesk.Kernel.Data;
using GridDesk.Kernel.Recurring;

namespace GridDesk.Notices.Webhooks;

/// <summary>Every night: what was delivered or given up a month ago, and its log, is removed. The journal keeps what happened.</summary>
internal sealed class ForgetWebhooks(OfficeDb db) : IRecur
{
    private static readonly Duration Kept = Duration.FromDays(30);

    public Task RunAsync(Instant now, CancellationToken cancel) => db.CommitAsync(async () =>
    {
        var before = now - Kept;
        await db.WebhookDeliveries.Where(d => d.QueuedAt < before && (d.DoneAt != null || d.GivenUpAt != null)).ExecuteDeleteAsync(cancel);
        await db.WebhookAttempts.Where(a => !db.Set<WebhookDelivery>().Any(d => d.Id == a.Delivery)).ExecuteDeleteAsync(cancel);
    }, cancel);
}
