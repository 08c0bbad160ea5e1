using GridDesk.Kernel.Time;

namespace GridDesk.Kernel.Promises;

public enum Light { InTime, DueToday, Overdue, Stopped }

/// <summary>How a promise stands at an instant: the traffic light of every list.</summary>
/// <param name="WorkingDays">
/// Left for <see cref="Light.InTime"/>, past for <see cref="Light.Overdue"/> (0 until the next working day begins), else 0.
/// </param>
/// <param name="Text">剩 1 個工作日, 1 working day left</param>
public sealed record Lateness(Light Light, int WorkingDays, Phrase Text)
{
    private static readonly Lateness Stopped = new(Light.Stopped, 0, new("時鐘停止", "Clock stopped"));
    private static readonly Lateness DueToday = new(Light.DueToday, 0, new("今天到期", "Due today"));

    /// <summary>The earlier of the two dates decides: what is due, and what the customer was told.</summary>
    /// <param name="due">The due date that the office holds itself to.</param>
    /// <param name="told">The day told to the customer, kept until its close (or the close before it, when it is a day off); null when none was told.</param>
    /// <param name="asOf">The instant of asking.</param>
    /// <param name="calendar">The office's working time.</param>
    /// <exception cref="Refusal"><c>calendar.year-unknown</c></exception>
    public static Lateness Of(DueDate due, LocalDate? told, Instant asOf, WorkCalendar calendar)
    {
        if (due.Stopped)
        {
            return Stopped;
        }

        var (day, end) = (due.Day, due.At);
        if (told is { } promised && promised < due.Day)
        {
            day = calendar.LastWorkingDayUpTo(promised);
            end = calendar.CloseOf(day)!.Value;
        }

        var today = calendar.Today(asOf);
        if (asOf > end)
        {
            var past = calendar.WorkingDaysBetween(day, today);
            return new(Light.Overdue, past, past == 0
                ? new("已逾期", "Overdue")
                : new($"逾期 {past} 個工作日", $"Overdue by {Days(past)}"));
        }

        if (day == today)
        {
            return DueToday;
        }

        var left = calendar.WorkingDaysBetween(today, day);
        return new(Light.InTime, left, new($"剩 {left} 個工作日", $"{Days(left)} left"));
    }

    private static string Days(int days) => days == 1 ? "1 working day" : $"{days} working days";
}
