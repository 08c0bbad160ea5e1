using GridDesk.Kernel.Events;
using GridDesk.Kernel.Promises;
using GridDesk.Requests.Coordinate;

namespace GridDesk.Requests;

internal sealed partial class RequestDesk
{
    /// <summary>Its customer was served at a counter: within the save of the request.</summary>
    public void Served(ServiceRequest request, RequestServedAtCounter served, Actor by) => events.Record(request, served, by);

    /// <summary>Asks another department or an agency for what the case needs; due in working days, and the case's clock runs on.</summary>
    /// <exception cref="Refusal"><c>task.unit</c>, <c>task.form</c>, <c>task.question</c>, <c>task.days</c>, or the case is not accepted.</exception>
    public Task<ServiceRequest> AskUnitAsync(Change change, TaskToAsk asked, CancellationToken cancel = default) => ChangeAsync(change, async (request, _, now) =>
    {
        var (unit, isAgency) = asked.UnitIn(pack.Departments.At(Calendar.Today(now)), pack.Office.Agencies ?? []);
        var sequence = await db.Tasks.CountAsync(t => t.Request == request.Id, cancel) + 1;
        var (task, promise) = CoordinationTask.For(request, sequence, unit, isAgency, asked.KnownForm(), asked.Question, asked.DaysOr(pack.Office.TaskDays), change.By.Key, now);
        var happened = request.Coordinate(task.Key, unit, isAgency);
        events.Record(task, task.Ask(promise, Calendar, change.By.Key), change.By);
        db.Add(promise);
        db.Add(task);
        return happened;
    }, cancel);

    // What is done needs no answer any more: somebody looks first. What is over otherwise needs none either.
    private async Task RefuseIfTasksAreOpenAsync(ServiceRequest request, CancellationToken cancel)
    {
        if (await db.Tasks.CountAsync(t => t.Request == request.Id && t.EndedAt == null, cancel) is > 0 and var open)
        {
            throw new Refusal("request.tasks-open", $"還有 {open} 件協調事項沒有答復。請先登錄答復，或把不需要的撤回，再結案。",
                $"{open} task{(open == 1 ? "" : "s")} of other units not answered yet. Record the answer, or withdraw what is not needed any more, and close then.");
        }
    }

    private async Task EndTasksAsync(ServiceRequest request, Actor by, Instant now, CancellationToken cancel)
    {
        foreach (var (task, promise) in await OpenTasksAsync(request, agenciesOnly: false, cancel))
        {
            events.Record(task, task.EndWithCase(promise, by.Key, now), by);
        }
    }

    // Whoever has the case follows up what agencies were asked.
    private async Task HandOverTasksAsync(ServiceRequest request, CancellationToken cancel)
    {
        foreach (var (_, promise) in await OpenTasksAsync(request, agenciesOnly: true, cancel))
        {
            (promise.Owner, promise.Department) = (request.Owner, request.Department);
        }
    }

    private async Task<IReadOnlyList<(CoordinationTask, Promise)>> OpenTasksAsync(ServiceRequest request, bool agenciesOnly, CancellationToken cancel) =>
        [.. (await db.Tasks.Where(t => t.Request == request.Id && t.EndedAt == null && (t.IsAgency || !agenciesOnly))
            .Join(db.Set<Promise>(), t => t.PromiseId, p => p.Id, (t, p) => new { Task = t, Promise = p }).ToListAsync(cancel)).Select(open => (open.Task, open.Promise))];
}
