using GridDesk.Kernel.Time;

namespace GridDesk.Requests.Chasing;

/// <summary>A rung of the ladder: who has to hear of a promise that nears its day, or has missed it (稽催).</summary>
public enum ChaseRung
{
    /// <summary>Two working days before the day due: the one who handles it.</summary>
    Before,

    /// <summary>The day due: the supervisor of the department.</summary>
    Due,

    /// <summary>The working day after: the head of the office.</summary>
    Late,
}

/// <param name="From">From this minute on, within office hours.</param>
internal sealed record ChaseStep(ChaseRung Rung, Instant From);

/// <summary>
/// When a promise is chased (plan row 1.1.2.1): T−2, T0 and T+1 in working days, each from the opening of that day. A promise of
/// the same day is chased first when its time is over; whatever is overdue has been chased by the next minute of office hours.
/// </summary>
internal static class ChaseLadder
{
    public const int DaysBefore = 2;

    /// <param name="startedAt">When the promise was given; nobody is reminded of what was promised that same day.</param>
    /// <param name="today">Without rungs of later days, which may lie in a year that the calendar does not know yet; null for all.</param>
    public static IReadOnlyList<ChaseStep> Of(Instant startedAt, Instant dueAt, WorkCalendar calendar, LocalDate? today = null)
    {
        var (started, due) = (calendar.Today(startedAt), calendar.LastWorkingDayUpTo(calendar.Today(dueAt)));
        var steps = new List<ChaseStep>();
        if (Before(due, started, calendar) is { } before)
        {
            steps.Add(new(ChaseRung.Before, OpeningOf(before, calendar)));
        }

        steps.Add(new(ChaseRung.Due, due > started ? OpeningOf(due, calendar) : calendar.NextWorkingMinute(dueAt)));
        if (today is null || today > calendar.Today(dueAt))
        {
            steps.Add(new(ChaseRung.Late, OpeningOf(calendar.FirstWorkingDayFrom(calendar.Today(dueAt).PlusDays(1)), calendar)));
        }

        return steps;
    }

    /// <summary>What should have been said by now, in office hours; nothing while the clock stands still or the office is closed.</summary>
    public static IReadOnlyList<ChaseRung> Reached(Instant startedAt, Instant? dueAt, bool stopped, WorkCalendar calendar, Instant now) =>
        dueAt is { } due && !stopped && IsOpen(calendar, now) ? [.. Of(startedAt, due, calendar, calendar.Today(now)).Where(step => step.From <= now).Select(step => step.Rung)] : [];

    public static bool IsOpen(WorkCalendar calendar, Instant now)
    {
        var local = now.InZone(calendar.Zone);
        return calendar.HoursOn(local.Date).Any(hours => hours.From <= local.TimeOfDay && local.TimeOfDay < hours.Until);
    }

    // Null when it would be on the day of the promise or earlier.
    private static LocalDate? Before(LocalDate due, LocalDate started, WorkCalendar calendar)
    {
        for (var n = 0; n < DaysBefore; n++)
        {
            if (due <= started)
            {
                return null;
            }

            due = calendar.LastWorkingDayUpTo(due.PlusDays(-1));
        }

        return due > started ? due : null;
    }

    private static Instant OpeningOf(LocalDate day, WorkCalendar calendar) => (day + calendar.HoursOn(day)[0].From).InZoneLeniently(calendar.Zone).ToInstant();
}
