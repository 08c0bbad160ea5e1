using GridDesk.Kernel.Data;

namespace GridDesk.Notices.Webhooks;

/// <summary>
/// What any receiver wants, as this process knows it: asked for every event that is recorded, so that an office without receivers writes
/// nothing for them. Other processes learn of a new receiver within a second or two.
/// </summary>
internal sealed class KnownReceivers
{
    private volatile HashSet<string> _kinds = [];

    public bool Wants(string kind) => _kinds.Contains(kind);

    public async Task FollowAsync(OfficeDb db, CancellationToken cancel = default) =>
        _kinds = [.. (await db.WebhookReceivers.AsNoTracking().Where(r => r.State == WebhookState.Active || r.State == WebhookState.Paused).Select(r => r.Kinds).ToListAsync(cancel)).SelectMany(kinds => kinds)];
}
