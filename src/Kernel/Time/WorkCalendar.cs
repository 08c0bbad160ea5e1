using System.Collections.Frozen;

namespace GridDesk.Kernel.Time;

/// <summary>
/// When the office works. A day is a working day when it has office hours left: the hours of its weekday, or of a
/// make-up day, without days off and closures. Immutable; every question is answered from tables made once.
/// A question about a year that is not known is refused (<c>calendar.year-unknown</c>), never guessed.
/// </summary>
public sealed class WorkCalendar
{
    private static readonly Phrase Weekend = new("週末", "Weekend");
    private static readonly Phrase RegularlyClosed = new("例假日", "Regular day off");

    private readonly WorkYears _office;
    private readonly FrozenDictionary<string, WorkYears> _sites;

    /// <param name="definition">What the office wrote down.</param>
    /// <param name="zone">The office's time zone; it decides the day.</param>
    /// <param name="hoursOfSites">By site code, the id of the hours it follows; the office's own when it is missing.</param>
    /// <exception cref="ArgumentException">The definition has mistakes (<see cref="CalendarDefinition.Check"/>).</exception>
    public WorkCalendar(
        CalendarDefinition definition, DateTimeZone zone, IReadOnlyDictionary<string, string>? hoursOfSites = null)
    {
        if (definition.Check() is [var mistake, ..])
        {
            throw new ArgumentException($"{mistake.Place}: {mistake.Sentence.En}", nameof(definition));
        }

        Edition = definition.Edition;
        Zone = zone;
        var own = definition.Hours[0].Id;
        _office = new(definition, own, site: null);
        _sites = definition.Closures.Select(closure => closure.Site).OfType<string>()
            .Concat(hoursOfSites?.Where(site => site.Value != own).Select(site => site.Key) ?? [])
            .Distinct()
            .ToFrozenDictionary(
                site => site,
                site => new WorkYears(definition, hoursOfSites?.GetValueOrDefault(site) ?? own, site));
    }

    /// <summary>Names the state of the calendar that answers; stored with every promise.</summary>
    public string Edition { get; }

    public DateTimeZone Zone { get; }

    /// <summary>The office's day at this instant.</summary>
    public LocalDate Today(Instant at) => at.InZone(Zone).Date;

    /// <summary>The day lies in a year that is written down.</summary>
    public bool Knows(LocalDate date) => _office.Knows(date);

    /// <exception cref="Refusal"><c>calendar.year-unknown</c></exception>
    public bool IsWorkingDay(LocalDate date, string? site = null) => Day(date, site).IsWorking;

    /// <summary>The office hours of that day in order; empty on a day off.</summary>
    /// <exception cref="Refusal"><c>calendar.year-unknown</c></exception>
    public IReadOnlyList<Opening> HoursOn(LocalDate date, string? site = null) => Day(date, site).Openings;

    /// <summary>The hours that the week, or a make-up day, gives that day, whatever else was shut.</summary>
    /// <exception cref="Refusal"><c>calendar.year-unknown</c></exception>
    internal IReadOnlyList<Opening> UsualHoursOn(LocalDate date) => Day(date).Usual;

    /// <summary>The name of the holiday or closure, or the weekend; null on a working day.</summary>
    /// <exception cref="Refusal"><c>calendar.year-unknown</c></exception>
    public Phrase? WhyOff(LocalDate date, string? site = null) => Day(date, site).WhyOff;

    /// <summary>From the end of the morning to the beginning of the afternoon; null on a day without a noon break.</summary>
    /// <exception cref="Refusal"><c>calendar.year-unknown</c></exception>
    public Interval? NoonBreakOn(LocalDate date, string? site = null) => Day(date, site).Openings is [var morning, var afternoon, ..]
        ? new(AtMinute(MinuteOf(date) + morning.EndMinute), AtMinute(MinuteOf(date) + afternoon.FirstMinute))
        : null;

    /// <summary>The end of that day's office hours; null on a day off.</summary>
    /// <exception cref="Refusal"><c>calendar.year-unknown</c></exception>
    public Instant? CloseOf(LocalDate date, string? site = null) =>
        Day(date, site) is { IsWorking: true } day ? AtMinute(MinuteOf(date) + day.Openings[^1].EndMinute) : null;

    /// <summary>The first full minute within office hours at or after the instant.</summary>
    /// <exception cref="Refusal"><c>calendar.year-unknown</c></exception>
    public Instant NextWorkingMinute(Instant at, string? site = null) => AtMinute(NextWorkingMinute(MinuteOf(at), site));

    /// <summary>That day, or the next working day when it is a day off.</summary>
    /// <exception cref="Refusal"><c>calendar.year-unknown</c></exception>
    public LocalDate FirstWorkingDayFrom(LocalDate date, string? site = null)
    {
        while (!Day(date, site).IsWorking)
        {
            date = date.PlusDays(1);
        }

        return date;
    }

    /// <summary>That day, or the working day before it when it is a day off.</summary>
    /// <exception cref="Refusal"><c>calendar.year-unknown</c></exception>
    public LocalDate LastWorkingDayUpTo(LocalDate date, string? site = null)
    {
        while (!Day(date, site).IsWorking)
        {
            date = date.PlusDays(-1);
        }

        return date;
    }

    /// <summary>
    /// Working days after <paramref name="from"/> up to and including <paramref name="to"/>; negative when
    /// <paramref name="to"/> is the earlier one.
    /// </summary>
    /// <exception cref="Refusal"><c>calendar.year-unknown</c></exception>
    public int WorkingDaysBetween(LocalDate from, LocalDate to, string? site = null) =>
        Day(to, site).WorkingDaysSoFar - Day(from, site).WorkingDaysSoFar;

    /// <summary>Working days from the first to the last day, both included.</summary>
    /// <exception cref="Refusal"><c>calendar.year-unknown</c></exception>
    public int WorkingDaysIn(LocalDate first, LocalDate last, string? site = null) =>
        WorkingDaysBetween(first, last, site) + (IsWorkingDay(first, site) ? 1 : 0);

    /// <summary>Minutes of office hours from one moment to a later one; 0 when it is not later.</summary>
    /// <exception cref="Refusal"><c>calendar.year-unknown</c></exception>
    public long WorkingMinutesBetween(Instant from, Instant until, string? site = null)
    {
        var (start, end, minutes) = (MinuteOf(from), MinuteOf(until), 0L);
        for (var date = DateOf(start); date <= DateOf(end); date = date.PlusDays(1))
        {
            foreach (var opening in Day(date, site).Openings)
            {
                minutes += Math.Max(0, Math.Min(end, MinuteOf(date) + opening.EndMinute) - Math.Max(start, MinuteOf(date) + opening.FirstMinute));
            }
        }

        return minutes;
    }

    internal static Phrase RegularDayOff(IsoDayOfWeek weekday) =>
        weekday is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? Weekend : RegularlyClosed;

    internal ref readonly WorkDay Day(LocalDate date, string? site = null) =>
        ref (site is not null && _sites.TryGetValue(site, out var years) ? years : _office)[date];

    // Rules count in minutes of the office's wall clock. An instant within a minute belongs to the next one.
    internal long MinuteOf(Instant at)
    {
        var local = at.InZone(Zone).LocalDateTime;
        var minutes = (local.TickOfDay + NodaConstants.TicksPerMinute - 1) / NodaConstants.TicksPerMinute;
        return MinuteOf(local.Date) + minutes;
    }

    internal static long MinuteOf(LocalDate date) => Period.DaysBetween(Epoch, date) * MinutesPerDay;

    internal static LocalDate DateOf(long minute) => Epoch.PlusDays((int)Math.DivRem(minute, MinutesPerDay).Quotient);

    internal Instant AtMinute(long minute)
    {
        var date = DateOf(minute);
        return date.AtMidnight().PlusMinutes(minute - MinuteOf(date)).InZoneLeniently(Zone).ToInstant();
    }

    internal long NextWorkingMinute(long minute, string? site = null)
    {
        for (var date = DateOf(minute); ; date = date.PlusDays(1))
        {
            var midnight = MinuteOf(date);
            foreach (var opening in Day(date, site).Openings)
            {
                if (minute < midnight + opening.EndMinute)
                {
                    return Math.Max(minute, midnight + opening.FirstMinute);
                }
            }
        }
    }

    private const long MinutesPerDay = 1440;
    private static readonly LocalDate Epoch = new(1, 1, 1);
}
