using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;

namespace GridDesk.Requests;

/// <summary>How a promise stands, as a list shows it: a kind of <c>gd-status</c> and its words.</summary>
/// <param name="Light">Null when no date is known.</param>
internal sealed record Standing(string Kind, Phrase Text, Light? Light)
{
    /// <summary>From what is stored with the promise, so that a list need not count days.</summary>
    public static Standing Of(Instant? dueAt, bool stopped, WorkCalendar calendar, Instant now)
    {
        if (dueAt is not { } at)
        {
            return new("none", new("還沒有期限", "No time limit yet"), null);
        }

        var lateness = Lateness.Of(new DueDate(at, calendar.Today(at), stopped, []), null, now, calendar);
        return lateness.Light switch
        {
            Kernel.Promises.Light.InTime => new("ok", lateness.Text, lateness.Light),
            Kernel.Promises.Light.DueToday => new("soon", Left(at - now), lateness.Light),
            Kernel.Promises.Light.Overdue => new("late", lateness.Text, lateness.Light),
            _ => new("wait", lateness.Text, lateness.Light),
        };
    }

    private static Phrase Left(Duration left)
    {
        var (hours, minutes) = ((int)left.TotalHours, left.Minutes);
        return hours == 0
            ? new($"剩 {minutes} 分", $"{minutes} min left")
            : new($"剩 {hours} 小時{(minutes == 0 ? "" : $" {minutes} 分")}", $"{hours} h{(minutes == 0 ? "" : $" {minutes} min")} left");
    }
}
