using GridDesk.Kernel.Time;

namespace GridDesk.Kernel.Forms;

/// <summary>
/// Which days may be asked for. It holds at the moment of filing alone: what was filed stays readable when the day has passed.
/// </summary>
public sealed record DayRule
{
    /// <summary>Days after that of filing, 0 being that day; null for any day before as well.</summary>
    public int? From { get; init; }

    /// <summary>Days after that of filing; null for any later day.</summary>
    public int? Until { get; init; }

    /// <summary>Only a day on which the office works, as far as its calendar is known.</summary>
    public bool Working { get; init; }

    /// <summary>Why that day cannot be asked for; null when it can.</summary>
    public Refusal? Refuse(LocalDate day, LocalDate today, WorkCalendar calendar, string field)
    {
        if (From is { } from && day < today.PlusDays(from))
        {
            var first = RocDate.Show(FirstFrom(today, today, calendar));
            return day < today
                ? new("date.past", $"這一天已經過了，最早可以選 {first.Zh}。", $"This day is over; the first that you can choose is {first.En}.", field)
                : new("date.early", $"這一天太早了，最早可以選 {first.Zh}。", $"This day is too early; the first that you can choose is {first.En}.", field);
        }

        if (Until is { } until && day > today.PlusDays(until))
        {
            var last = RocDate.Show(today.PlusDays(until));
            return new("date.late", $"這一天太晚了，最晚可以選 {last.Zh}。", $"This day is too late; the last that you can choose is {last.En}.", field);
        }

        if (!Works(day, calendar))
        {
            var next = RocDate.ShowWithWeekday(FirstFrom(day, today, calendar));
            return new("date.day-off", $"這一天本處不上班，下一個上班日是 {next.Zh}。", $"The office does not work on that day; the next working day is {next.En}.", field);
        }

        return null;
    }

    /// <summary>The first day from that one on which can be asked for, apart from <see cref="Until"/>.</summary>
    public LocalDate FirstFrom(LocalDate day, LocalDate today, WorkCalendar calendar)
    {
        var first = From is { } from ? LocalDate.Max(day, today.PlusDays(from)) : day;
        while (!Works(first, calendar))
        {
            first = first.PlusDays(1);
        }

        return first;
    }

    private bool Works(LocalDate day, WorkCalendar calendar) => !Working || !calendar.Knows(day) || calendar.IsWorkingDay(day);
}
