using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using GridDesk.Notices.Webhooks.Sign;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Notices.Webhooks;

/// <summary>Sends one receiver all that is due: a few at once, of each subject only the first that is not settled.</summary>
internal sealed class WebhookRound(IServiceScopeFactory scopes, WebhookPost post, SigningKeys keys, IClock clock)
{
    private const int AtOnce = 4;

    // Longer than a few attempts that wait for their answer; a process that died is replaced after it.
    private static readonly Duration Lease = Duration.FromMinutes(1);

    /// <summary>What may be sent now.</summary>
    public static IQueryable<WebhookDelivery> Due(OfficeDb db, Instant now) => db.WebhookDeliveries.Where(d => d.DoneAt == null && d.GivenUpAt == null && d.DueAt <= now
        && !db.Set<WebhookDelivery>().Any(e => e.Receiver == d.Receiver && e.Subject == d.Subject && e.DoneAt == null && e.GivenUpAt == null && e.Version < d.Version));

    /// <summary>Returns at once when another process is speaking with the receiver.</summary>
    public async Task ServeAsync(Guid receiver, CancellationToken cancel)
    {
        if (await ClaimAsync(receiver, cancel) is not { } fence)
        {
            return;
        }

        try
        {
            while (await TakeAsync(receiver, fence, cancel) is (var url, { Count: > 0 } due))
            {
                await Task.WhenAll(due.Select(delivery => DeliverAsync(url, delivery, fence, cancel)));
            }
        }
        finally
        {
            await WithDbAsync(db => Mine(db, receiver, fence).ExecuteUpdateAsync(set => set.SetProperty(r => r.LeaseUntil, (Instant?)null), CancellationToken.None), CancellationToken.None);
        }
    }

    private static IQueryable<WebhookReceiver> Mine(OfficeDb db, Guid receiver, long fence) => db.WebhookReceivers.Where(r => r.Id == receiver && r.Fence == fence);

    // Nobody can take the receiver over until the save is done; false when somebody has.
    private static async Task<bool> HoldAsync(IQueryable<WebhookReceiver> mine, Instant now, CancellationToken cancel) =>
        await mine.ExecuteUpdateAsync(set => set.SetProperty(r => r.LeaseUntil, now + Lease), cancel) == 1;

    private Task<long?> ClaimAsync(Guid receiver, CancellationToken cancel) => WithDbAsync<long?>(async db =>
    {
        var now = clock.Now();
        var claimed = await db.WebhookReceivers.Where(r => r.Id == receiver && r.State == WebhookState.Active && (r.LeaseUntil == null || r.LeaseUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.LeaseUntil, now + Lease).SetProperty(r => r.Fence, r => r.Fence + 1), cancel);
        return claimed == 0 ? null : await db.WebhookReceivers.Where(r => r.Id == receiver).Select(r => r.Fence).SingleAsync(cancel);
    }, cancel);

    // Nothing when the lease was lost, or the receiver is not to be spoken to any more.
    private Task<(string Url, List<WebhookDelivery> Due)> TakeAsync(Guid receiver, long fence, CancellationToken cancel) => WithDbAsync(async db =>
    {
        var now = clock.Now();
        var mine = Mine(db, receiver, fence).Where(r => r.State == WebhookState.Active);
        return !await HoldAsync(mine, now, cancel) ? ("", [])
            : (await mine.Select(r => r.Url).SingleAsync(cancel), await Due(db, now).AsNoTracking().Where(d => d.Receiver == receiver).OrderBy(d => d.DueAt).ThenBy(d => d.Id).Take(AtOnce).ToListAsync(cancel));
    }, cancel);

    private async Task DeliverAsync(string url, WebhookDelivery due, long fence, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, events) = (scope.ServiceProvider.GetRequiredService<OfficeDb>(), scope.ServiceProvider.GetRequiredService<EventLog>());
        var at = clock.Now();
        var reply = await post.SendAsync(url, due.Body, await keys.GetAsync(db, cancel), at, cancel);
        await db.CommitAsync(async () =>
        {
            var mine = Mine(db, due.Receiver, fence);
            if (!await HoldAsync(mine, clock.Now(), cancel) || await db.WebhookDeliveries.SingleOrDefaultAsync(d => d.Id == due.Id, cancel) is not { IsWaiting: true } delivery)
            {
                return; // somebody else speaks with it now, or it was removed
            }

            db.Add(delivery.Settle(reply, at, clock.Now()));
            if (reply.IsGone && await mine.SingleAsync(cancel) is var receiver && receiver.Gone(clock.Now()) is { } gone)
            {
                events.Record(receiver, gone, Actor.Office);
            }
        }, cancel);
    }

    private async Task<T> WithDbAsync<T>(Func<OfficeDb, Task<T>> work, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        return await db.CommitAsync(() => work(db), cancel);
    }
}
