using System.Text.Json.Nodes;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using GridDesk.Notices.Templates;

namespace GridDesk.Notices.Webhooks;

/// <summary>Everything an administrator can do with receivers. Pages and tests call it.</summary>
internal sealed class WebhookDesk(OfficeDb db, EventLog events, KnownReceivers known, WebhookSettings settings, PublicAddress source, IClock clock)
{
    public const string TestKind = "test";

    /// <summary>A change that a person makes: which receiver, the version that they were shown, and who they are.</summary>
    public sealed record Change(Guid Receiver, int? Version, Actor By);

    public Task<WebhookReceiver> RegisterAsync(string? name, string? url, IReadOnlyList<string>? kinds, Actor by, CancellationToken cancel = default)
    {
        var (called, address, wanted) = WebhookReceiver.Read(name, url, kinds, settings.Inside);
        return SaveAsync(() =>
        {
            var now = clock.Now();
            var receiver = new WebhookReceiver { Id = Guid.CreateVersion7(now.ToDateTimeOffset()), Name = called, Url = address, Kinds = wanted, RegisteredAt = now, Since = now };
            db.Add(receiver);
            events.Record(receiver, new WebhookRegistered(wanted), by);
            return Task.FromResult(receiver);
        }, cancel);
    }

    /// <exception cref="Refusal"><c>not-found</c></exception>
    public async Task<WebhookReceiver> GetAsync(Guid id, CancellationToken cancel = default) =>
        await db.WebhookReceivers.SingleOrDefaultAsync(r => r.Id == id, cancel) ?? throw new Refusal("not-found", "找不到這個接收端。", "There is no such receiver.");

    public Task<WebhookReceiver> ChangeAsync(Change change, string? name, string? url, IReadOnlyList<string>? kinds, CancellationToken cancel = default)
    {
        var (called, address, wanted) = WebhookReceiver.Read(name, url, kinds, settings.Inside);
        return DoAsync(change, (receiver, _) => Task.FromResult<IEvent>(receiver.Change(called, address, wanted)), cancel);
    }

    /// <summary>Nothing is sent for now; what it would get waits.</summary>
    public Task<WebhookReceiver> PauseAsync(Change change, CancellationToken cancel = default) => DoAsync(change, (receiver, now) => Task.FromResult<IEvent>(receiver.Pause(now)), cancel);

    /// <summary>What waits is sent at once, with all its retries before it.</summary>
    public Task<WebhookReceiver> ResumeAsync(Change change, CancellationToken cancel = default) => DoAsync(change, async (receiver, now) =>
    {
        var resumed = receiver.Resume(now);
        await Waiting(receiver).ExecuteUpdateAsync(set => set.SetProperty(d => d.DueAt, now).SetProperty(d => d.Attempts, 0), cancel);
        return resumed;
    }, cancel);

    public Task<WebhookReceiver> RemoveAsync(Change change, CancellationToken cancel = default) => DoAsync(change, async (receiver, now) =>
        receiver.Remove(await Waiting(receiver).ExecuteDeleteAsync(cancel), now), cancel);

    /// <summary>Sends something that was sent, or given up, once more.</summary>
    /// <exception cref="Refusal"><c>not-found</c></exception>
    public Task SendAgainAsync(Guid receiver, Guid delivery, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var found = await db.WebhookDeliveries.SingleOrDefaultAsync(d => d.Id == delivery && d.Receiver == receiver, cancel) ?? throw new Refusal("not-found", "找不到這一筆。", "There is no such delivery.");
        found.SendAgain(clock.Now());
    }, cancel);

    /// <summary>Sends an event that says nothing, so that whoever builds a receiver can try.</summary>
    public Task SendTestAsync(Guid id, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var (receiver, now) = (await GetAsync(id, cancel), clock.Now());
        var test = Guid.CreateVersion7(now.ToDateTimeOffset());
        var body = CloudEvent.Of(test, WebhookKinds.TypePrefix + TestKind, receiver.Key, 0, now, [], source);
        db.Add(new WebhookDelivery { Id = test, Receiver = id, Event = test, Kind = TestKind, Subject = $"{TestKind}:{test:N}", Version = 0, Body = body, QueuedAt = now, DueAt = now });
    }, cancel);

    private IQueryable<WebhookDelivery> Waiting(WebhookReceiver receiver) => db.WebhookDeliveries.Where(d => d.Receiver == receiver.Id && d.DoneAt == null && d.GivenUpAt == null);

    private async Task<WebhookReceiver> DoAsync(Change change, Func<WebhookReceiver, Instant, Task<IEvent>> make, CancellationToken cancel)
    {
        var receiver = await GetAsync(change.Receiver, cancel);
        if (change.Version is { } shown && shown != receiver.Version)
        {
            throw new Refusal("conflict", "剛剛有別人改了這個接收端。您填的還在，請看過再存。", "Somebody else has just changed this receiver. What you typed is kept; please look and save again.");
        }

        return await SaveAsync(async () =>
        {
            events.Record(receiver, await make(receiver, clock.Now()), change.By);
            return receiver;
        }, cancel);
    }

    private async Task<WebhookReceiver> SaveAsync(Func<Task<WebhookReceiver>> work, CancellationToken cancel)
    {
        var receiver = await db.CommitAsync(work, cancel);
        await known.FollowAsync(db, cancel);
        return receiver;
    }
}
