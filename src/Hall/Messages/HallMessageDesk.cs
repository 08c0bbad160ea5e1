using GridDesk.Hall.Definition;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;

namespace GridDesk.Hall.Messages;

/// <summary>Writes, approves and withdraws what everybody in a hall is to know, and knows which papers hang.</summary>
internal sealed class HallMessageDesk(OfficeDb db, EventLog events, PackInForce pack, IClock clock)
{
    /// <exception cref="Refusals">Something typed is missing or cannot be right.</exception>
    public HallMessageWish Read(MessageForm typed) =>
        HallMessageWish.Read(typed, [.. (HallSettings.Find(pack)?.Halls ?? []).Select(h => h.Site)], pack.Calendar, clock.Now());

    public Task<HallMessage> WriteAsync(HallMessageWish wish, Actor by, CancellationToken cancel = default) => db.CommitAsync(() =>
    {
        var (message, written) = HallMessage.Write(Guid.CreateVersion7(clock.Now().ToDateTimeOffset()), wish, by);
        db.Add(message);
        events.Record(message, written, by);
        return Task.FromResult(message);
    }, cancel);

    /// <param name="version">Of the message that was looked at.</param>
    /// <exception cref="Refusal"><c>not-found</c>, <c>conflict</c>, <c>hall-message.over</c>, <c>hall-message.hangs</c></exception>
    public Task ChangeAsync(Guid id, int version, HallMessageWish wish, Actor by, CancellationToken cancel = default) =>
        OnAsync(id, version, (message, now) => message.Change(wish, by, now), by, cancel);

    /// <param name="version">Of the message that was looked at: nobody approves what they have not read.</param>
    /// <exception cref="Refusal"><c>not-found</c>, <c>conflict</c>, <c>hall-message.over</c>, <c>hall-message.own</c>, <c>hall-message.approved</c></exception>
    public Task ApproveAsync(Guid id, int version, Actor by, CancellationToken cancel = default) =>
        OnAsync(id, version, (message, now) => message.Approve(by, now), by, cancel);

    /// <exception cref="Refusal"><c>not-found</c>, <c>conflict</c>, <c>hall-message.over</c></exception>
    public Task WithdrawAsync(Guid id, int version, Actor by, CancellationToken cancel = default) =>
        OnAsync(id, version, (message, now) => message.Withdraw(now), by, cancel);

    /// <exception cref="Refusal"><c>not-found</c>, <c>conflict</c>, <c>hall-message.not-to-hang</c></exception>
    public Task HangUpAsync(Guid id, int version, Actor by, CancellationToken cancel = default) =>
        OnAsync(id, version, (message, now) => message.HangUp(now), by, cancel);

    /// <exception cref="Refusal"><c>not-found</c>, <c>conflict</c>, <c>hall-message.not-hanging</c></exception>
    public Task TakeDownAsync(Guid id, int version, Actor by, CancellationToken cancel = default) =>
        OnAsync(id, version, (message, _) => message.TakeDown(), by, cancel);

    /// <exception cref="Refusal"><c>not-found</c></exception>
    public async Task<HallMessage> GetAsync(Guid id, CancellationToken cancel = default) => await db.Set<HallMessage>().SingleOrDefaultAsync(m => m.Id == id, cancel)
        ?? throw new Refusal("not-found", "沒有這則訊息。", "There is no such message.");

    private Task OnAsync(Guid id, int version, Func<HallMessage, Instant, IEvent> act, Actor by, CancellationToken cancel) => db.CommitAsync(async () =>
    {
        var message = await GetAsync(id, cancel);
        if (message.Version != version)
        {
            throw new Refusal("conflict", "剛剛有別人改了這則。您填的還在，請重新打開看過再改。", "Somebody else has just changed this message. What you typed is kept; please open it again, look, and change it.");
        }

        events.Record(message, act(message, clock.Now()), by);
    }, cancel);
}
