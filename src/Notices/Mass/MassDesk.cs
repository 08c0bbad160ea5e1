using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;

namespace GridDesk.Notices.Mass;

/// <summary>Everything the office can do with a mass notice. Pages and tests call it.</summary>
internal sealed class MassDesk(OfficeDb db, EventLog events, IClock clock)
{
    /// <summary>A change that a person makes: which notice, the version that they were shown, and who they are.</summary>
    public sealed record Change(Guid Notice, int? Version, Actor By);

    /// <summary>From here on whom to tell is chosen in the background; nothing is sent before somebody starts it.</summary>
    public Task<MassNotice> PlanAsync(MassWish wish, Actor by, CancellationToken cancel = default) => db.CommitAsync(() =>
    {
        var now = clock.Now();
        var notice = new MassNotice { Id = Guid.CreateVersion7(now.ToDateTimeOffset()), Name = wish.Name, Template = wish.Template.Code, Facts = wish.Facts, Accounts = wish.Numbers.Count, PlannedAt = now, Since = now };
        db.Add(notice);
        db.Add(new MassList { Notice = notice.Id, Numbers = string.Concat(wish.Numbers) });
        events.Record(notice, new MassNoticePlanned(notice.Template, notice.Accounts), by);
        return Task.FromResult(notice);
    }, cancel);

    /// <exception cref="Refusal"><c>not-found</c></exception>
    public async Task<MassNotice> GetAsync(Guid id, CancellationToken cancel = default) =>
        await db.MassNotices.SingleOrDefaultAsync(n => n.Id == id, cancel) ?? throw new Refusal("not-found", "找不到這個通知。", "There is no such notice.");

    public Task StartAsync(Change change, CancellationToken cancel = default) => DoAsync(change, notice => notice.Start(clock.Now()), cancel);

    public Task PauseAsync(Change change, CancellationToken cancel = default) => DoAsync(change, notice => notice.Pause(clock.Now()), cancel);

    public Task ResumeAsync(Change change, CancellationToken cancel = default) => DoAsync(change, notice => notice.Resume(clock.Now()), cancel);

    public Task CallOffAsync(Change change, CancellationToken cancel = default) => DoAsync(change, notice => notice.CallOff(clock.Now()), cancel);

    private async Task DoAsync(Change change, Func<MassNotice, IEvent> make, CancellationToken cancel)
    {
        var notice = await GetAsync(change.Notice, cancel);
        if (change.Version is { } shown && shown != notice.Version)
        {
            throw new Refusal("conflict", "剛剛有別人動了這個通知，請看過現在的樣子再決定。", "Somebody else has just changed this notice: please look how it stands now and decide again.");
        }

        await db.CommitAsync(() =>
        {
            events.Record(notice, make(notice), change.By);
            return Task.CompletedTask;
        }, cancel);
    }
}
