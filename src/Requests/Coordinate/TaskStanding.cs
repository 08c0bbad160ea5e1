using GridDesk.Kernel.Time;

namespace GridDesk.Requests.Coordinate;

/// <summary>How a task stands, as a list shows it.</summary>
internal static class TaskStanding
{
    public static Standing Of(TaskRow row, WorkCalendar calendar, Instant now) => row.Task switch
    {
        { IsOpen: true } => Standing.Of(row.Promise.DueAt, row.Promise.Stopped, calendar, now),
        { Answer: null } => new("none", new("已撤回", "Withdrawn"), null),
        { EndedAt: { } at } when row.Promise.KeptAt(at, calendar) == false => new("late", new("逾期答復", "Answered late"), null),
        _ => new("done", new("準時答復", "Answered in time"), null),
    };
}
