using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Staff;

namespace GridDesk.Requests.Coordinate;

/// <summary>What is done with a task once it is asked (<see cref="RequestDesk.AskUnitAsync"/>): taken, given to somebody, answered, withdrawn.</summary>
internal sealed class TaskDesk(OfficeDb db, EventLog events, TaskAccess access, StaffDirectory directory, PackInForce pack, CurrentStaff staff, IClock clock)
{
    /// <summary>Every task that the reader may see, with its case and its promise.</summary>
    public IQueryable<TaskRow> Register => TaskRow.Of(db, access.Seen(db.Tasks.AsNoTracking()));

    /// <exception cref="Refusal"><c>not-found</c>, also when it is nobody's business of the reader.</exception>
    public async Task<TaskRow> GetAsync(Guid id, CancellationToken cancel = default) =>
        await TaskRow.Of(db, access.Seen(db.Tasks).Where(t => t.Id == id)).SingleOrDefaultAsync(cancel)
        ?? throw new Refusal("not-found", "找不到這件協調事項，或它和您的部門無關。", "There is no such task, or it is not your department’s.");

    /// <summary>Somebody of the asked department sees to it from now on: the reader, or a colleague there.</summary>
    public Task GiveAsync(Guid id, int version, string? owner, CancellationToken cancel = default) => ChangeAsync(id, version, access.MayGive, async (row, _) =>
    {
        var colleague = (await directory.MembersAsync(row.Task.Unit, cancel)).FirstOrDefault(p => $"{p.Id}" == owner)
            ?? throw new Refusal("task.owner", "請選被請部門的一位同仁。", "Choose somebody of the department that is asked.", "owner");
        return row.Task.GiveTo($"{colleague.Id}", row.Promise);
    }, cancel);

    public Task AnswerAsync(Guid id, int version, string? answer, CancellationToken cancel = default) => ChangeAsync(id, version, access.MayAnswer,
        (row, now) => Task.FromResult<IEvent>(row.Task.AnswerWith(answer, row.Promise, pack.Calendar, staff.Actor.Key, now)), cancel);

    public Task WithdrawAsync(Guid id, int version, string? reason, CancellationToken cancel = default) => ChangeAsync(id, version, (_, request) => access.MayWithdraw(request),
        (row, now) => Task.FromResult<IEvent>(row.Task.Withdraw(reason, row.Promise, staff.Actor.Key, now)), cancel);

    private async Task ChangeAsync(Guid id, int version, Func<CoordinationTask, ServiceRequest, bool> may, Func<TaskRow, Instant, Task<IEvent>> make, CancellationToken cancel)
    {
        var row = await GetAsync(id, cancel);
        if (!may(row.Task, row.Request))
        {
            throw new Refusal("forbidden", "這件協調事項不歸您的部門，請被請的部門或案件承辦人來做。", "This is for the department that is asked, or for whoever has the case.");
        }

        if (version != row.Task.Version)
        {
            throw new Refusal("conflict", "剛剛有別人改了這件。您填的還在，請看過再存。", "Somebody else has just changed this. What you typed is kept; please look and save again.");
        }

        await db.CommitAsync(async () => events.Record(row.Task, await make(row, clock.Now()), staff.Actor), cancel);
    }
}

/// <summary>A task with its case and its promise.</summary>
internal sealed class TaskRow
{
    public required CoordinationTask Task { get; init; }
    public required ServiceRequest Request { get; init; }
    public required Promise Promise { get; init; }

    /// <summary>As it is spoken of: the case's number, and which of its tasks.</summary>
    public string Name => Promise.Name;

    public static IQueryable<TaskRow> Of(OfficeDb db, IQueryable<CoordinationTask> tasks) => tasks
        .Join(db.Requests.Include(r => r.Particulars), t => t.Request, r => r.Id, (t, r) => new { t, r })
        .Join(db.Set<Promise>(), row => row.t.PromiseId, p => p.Id, (row, p) => new TaskRow { Task = row.t, Request = row.r, Promise = p });
}
