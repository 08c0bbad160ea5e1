using GridDesk.Kernel.Time;

namespace GridDesk.Requests.Coordinate;

/// <summary>How long a case has waited for one department or agency.</summary>
/// <param name="Tasks">How many times it was asked.</param>
/// <param name="Open">How many of these it has not answered yet.</param>
/// <param name="WorkingDays">Two tasks that wait on the same day wait one day.</param>
internal sealed record Waited(string Unit, bool IsAgency, int Tasks, int Open, int WorkingDays)
{
    public static IReadOnlyList<Waited> By(IEnumerable<CoordinationTask> tasks, WorkCalendar calendar, Instant now) =>
    [
        .. tasks.GroupBy(t => (t.Unit, t.IsAgency)).Select(unit => new Waited(unit.Key.Unit, unit.Key.IsAgency, unit.Count(), unit.Count(t => t.IsOpen),
            DaysOf(unit.Select(t => (t.AskedAt, t.EndedAt ?? now)), calendar))),
    ];

    /// <summary>Working days on which at least one of the stretches lasted; the day on which it begins is not counted.</summary>
    public static int DaysOf(IEnumerable<(Instant From, Instant To)> stretches, WorkCalendar calendar)
    {
        var (days, until) = (0, LocalDate.MinIsoValue);
        foreach (var (from, to) in stretches.Select(s => (From: calendar.Today(s.From), To: calendar.Today(s.To))).OrderBy(s => s.From))
        {
            var begin = LocalDate.Max(from, until);
            if (to > begin)
            {
                days += calendar.WorkingDaysBetween(begin, to);
                until = to;
            }
        }

        return days;
    }
}
