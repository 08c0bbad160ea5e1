using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;

namespace GridDesk.Requests.Supply;

/// <summary>What the office does with supply schedules by hand: a day that was done, a delay and its recovery, the customer’s wish.</summary>
internal sealed class SupplyDesk(OfficeDb db, RequestDesk desk, RequestAccess access, SupplyFollow follow, PackInForce pack, IClock clock)
{
    /// <param name="Version">Of the schedule, as it was shown; null when nobody was shown it.</param>
    public sealed record Change(Guid Request, int? Version, Actor By);

    /// <summary>The schedules of all cases that the reader may see; those of papers, refused or withdrawn cases are left out.</summary>
    public IQueryable<SupplyRow> Seen => db.SupplySchedules.AsNoTracking()
        .Join(db.Requests.AsNoTracking().Where(access.Rule).Where(r => r.Number != null && (r.Status != RequestStatus.Closed || r.Outcome == Outcome.Done)), s => s.Request, r => r.Id, (s, r) => new SupplyRow { Schedule = s, Request = r });

    /// <summary>The schedule of a case, by its id or number as typed.</summary>
    /// <exception cref="Refusal"><c>not-found</c>: there is no such case, or its kind has no schedule; <c>forbidden</c>.</exception>
    public async Task<SupplyRow> GetAsync(string idOrNumber, CancellationToken cancel = default)
    {
        var request = Guid.TryParse(idOrNumber, out var id) ? await desk.GetAsync(id, cancel) : await desk.FindAsync(idOrNumber, cancel);
        if (request is null)
        {
            throw new Refusal("not-found", "沒有這個號碼。請再對一次，或用查詢找。", "There is no such number. Check it once more, or use the search.");
        }

        access.Require(request);
        return await OfAsync(request.Id, cancel) is { } schedule && request.Number is not null ? new SupplyRow { Schedule = schedule, Request = request }
            : throw new Refusal("not-found", $"{request.Name} 沒有供電日程：還沒正式受理，或這種申請不用排。", $"{request.Name} has no supply schedule: it is not accepted yet, or its kind needs none.");
    }

    /// <summary>The schedule of a request; null when it has none.</summary>
    public Task<SupplySchedule?> OfAsync(Guid request, CancellationToken cancel = default) => db.SupplySchedules.SingleOrDefaultAsync(s => s.Request == request, cancel);

    /// <exception cref="Refusal">As <see cref="GetAsync"/> and <see cref="SupplySchedule.Reach"/>.</exception>
    public Task<SupplyRow> ReachAsync(Change change, string? stage, LocalDate? day, SupplyCause? cause, CancellationToken cancel = default) =>
        ChangeAsync(change, (row, time) => row.Schedule.Reach(stage, day, cause, row.Request.Department, change.By.Key, time), cancel);

    /// <exception cref="Refusal">As <see cref="GetAsync"/> and <see cref="SupplySchedule.Delay"/>.</exception>
    public Task<SupplyRow> DelayAsync(Change change, string? stage, SupplyCause? cause, string? recovery, LocalDate? day, CancellationToken cancel = default) =>
        ChangeAsync(change, (row, time) => row.Schedule.Delay(stage, cause, recovery, day, change.By.Key, time), cancel);

    /// <exception cref="Refusal">As <see cref="GetAsync"/> and <see cref="SupplySchedule.Ask"/>.</exception>
    public Task<SupplyRow> AskAsync(Change change, LocalDate? day, CancellationToken cancel = default) =>
        ChangeAsync(change, (row, time) => row.Schedule.Ask(day, time), cancel);

    private async Task<SupplyRow> ChangeAsync(Change change, Func<SupplyRow, SupplyClock, IEnumerable<IEvent>> make, CancellationToken cancel)
    {
        var row = await GetAsync($"{change.Request}", cancel);
        if (change.Version is { } shown && shown != row.Schedule.Version)
        {
            throw new Refusal("conflict", "剛剛有別人改了這份日程。您填的還在，請看過再存。", "Somebody else has just changed this schedule. What you typed is kept; please look and save again.");
        }

        if (row.Request is { Status: RequestStatus.Closed, Outcome: not Outcome.Done })
        {
            throw new Refusal("request.closed", $"{row.Request.Name} 已經結案。", $"{row.Request.Name} is closed.");
        }

        var promise = await db.Set<Promise>().FindAsync([row.Request.PromiseId], cancel);
        var time = new SupplyClock(pack.Calendar, promise?.Segments ?? [], clock.Now());
        return await db.CommitAsync(() =>
        {
            follow.Record(row.Schedule, make(row, time), change.By, time);
            return Task.FromResult(row);
        }, cancel);
    }
}

/// <summary>A supply schedule with its case.</summary>
internal sealed class SupplyRow
{
    public required SupplySchedule Schedule { get; init; }
    public required ServiceRequest Request { get; init; }
}
