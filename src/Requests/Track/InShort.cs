using GridDesk.Kernel.Time;

namespace GridDesk.Requests.Track;

/// <summary>How a request stands in two or three words, for its customer's list.</summary>
internal static class InShort
{
    public static ShortStanding Of(Progress progress, WorkCalendar calendar, Instant now) => progress.Request switch
    {
        { Outcome: Outcome.Done } => new("done", new("辦好了", "Done")),
        { Outcome: Outcome.Refused } => new("none", new("不受理", "Refused")),
        { Outcome: Outcome.Withdrawn } => new("none", new("已撤回", "Withdrawn")),
        { Missing.Count: > 0 } => new("wait", new("等您補件", "Waiting for your papers")),
        { Status: RequestStatus.PreReceived } => new("ok", new("審核文件", "Examining your papers")),
        _ when ShownPromise.Of(progress, calendar, now) is { } promise => new(promise.StatusKind, promise.StatusText),
        _ => new("ok", new("辦理中", "In progress")),
    };
}
