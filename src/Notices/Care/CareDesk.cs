using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;

namespace GridDesk.Notices.Care;

/// <summary>Everything the office can do about material that was asked for by telephone. Pages and tests call it.</summary>
internal sealed class CareDesk(OfficeDb db, EventLog events, PackInForce pack, IClock clock)
{
    /// <summary>A change that a person makes: which one, the version that they were shown, and who they are.</summary>
    public sealed record Change(Guid Call, int? Version, Actor By);

    /// <param name="takenInBy">Id of the member of the staff.</param>
    public Task<CareCall> AskAsync(CareWish wish, Actor by, string takenInBy, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var (now, rules) = (clock.Now(), CareList.Of(pack));
        var year = RocDate.YearOf(pack.Calendar.Today(now));
        var call = new CareCall
        {
            Id = Guid.CreateVersion7(now.ToDateTimeOffset()),
            Number = $"M{year}-{await Numbers.NextAsync(db, $"care_{year}", cancel):00000}",
            Department = rules.Department,
            Materials = wish.Materials,
            Name = wish.Name,
            Phone = wish.Phone,
            AskedAt = now,
            TakenInBy = takenInBy,
            Way = wish.Way,
            To = wish.To,
        };
        db.Add(call);
        Record(call, call.Ask(rules, pack.Calendar, by.Key), by);
        return call;
    }, cancel);

    /// <exception cref="Refusal"><c>not-found</c></exception>
    public async Task<CareCall> GetAsync(Guid id, CancellationToken cancel = default) =>
        await db.CareCalls.SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw new Refusal("not-found", "找不到這一筆。", "There is no such entry.");

    public Task<Promise> DutyOfAsync(CareCall call, CancellationToken cancel = default) => db.Set<Promise>().SingleAsync(p => p.Id == call.PromiseId, cancel);

    /// <param name="place">Where it went by that way; what was asked for when null.</param>
    public Task<CareCall> SendAsync(Change change, LocalDate sentOn, CareWay way, string? place, CancellationToken cancel = default) =>
        ChangeAsync(change, (call, duty, now) => call.Send(way, place ?? call.To, sentOn, CareList.Of(pack), duty, pack.Calendar, change.By.Key, now), cancel);

    public Task<CareCall> CallAsync(Change change, CareOutcome? outcome, CancellationToken cancel = default) =>
        ChangeAsync(change, (call, duty, now) => call.Call(outcome, CareList.Of(pack), duty, pack.Calendar, change.By.Key, now), cancel);

    public Task<CareCall> WithdrawAsync(Change change, string? reason, CancellationToken cancel = default) =>
        ChangeAsync(change, (call, duty, now) => call.Withdraw(reason, duty, pack.Calendar, now), cancel);

    private async Task<CareCall> ChangeAsync(Change change, Func<CareCall, Promise, Instant, CareStep> make, CancellationToken cancel)
    {
        var call = await GetAsync(change.Call, cancel);
        if (change.Version is { } shown && shown != call.Version)
        {
            throw new Refusal("conflict", "剛剛有別人改了這筆。您填的還在，請看過再存。", "Somebody else has just changed this. What you typed is kept; please look and save again.");
        }

        var duty = await DutyOfAsync(call, cancel);
        return await db.CommitAsync(() =>
        {
            Record(call, make(call, duty, clock.Now()), change.By);
            return Task.FromResult(call);
        }, cancel);
    }

    private void Record(CareCall call, CareStep step, Actor by)
    {
        if (step.Next is { } next)
        {
            db.Add(next);
        }

        events.Record(call, step.Happened, by, step.Happened is CareSent ? call.SentAt : null);
    }
}
