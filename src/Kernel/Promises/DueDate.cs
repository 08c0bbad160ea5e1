using GridDesk.Kernel.Time;

namespace GridDesk.Kernel.Promises;

/// <summary>When a duty is due, day by day and in a sentence.</summary>
/// <param name="At">The end of the last minute in which it is in time.</param>
/// <param name="Day">The office's day of <paramref name="At"/>.</param>
/// <param name="Stopped">
/// The date is not yet known, because the clock stands still and the stop began before the limit was used up.
/// <paramref name="At"/> is then the earliest possible: as if the clock restarted at once.
/// </param>
/// <param name="Days">Every day from the start of the clock to the due day.</param>
public sealed record DueDate(Instant At, LocalDate Day, bool Stopped, IReadOnlyList<DueDay> Days)
{
    // Written only when somebody reads it: most dates are computed to be compared.
    private Promises.Explanation? _how;
    private Phrase? _written;

    /// <summary>One sentence with the limit, the days not counted, the date and the calendar's edition.</summary>
    public Phrase Explanation => _written ??= _how?.Write() ?? Phrase.Same("");

    public bool Equals(DueDate? other) => other is not null && At == other.At && Day == other.Day && Stopped == other.Stopped && Equals(Days, other.Days) && Explanation == other.Explanation;

    public override int GetHashCode() => HashCode.Combine(At, Day, Stopped);

    /// <summary>
    /// A pure function: the same facts give the same answer at any later time, except that an open stop is reckoned
    /// up to <paramref name="asOf"/>. More waiting never makes a date earlier. How each kind of limit counts is said
    /// at the kind (<see cref="TimeLimit"/>).
    /// </summary>
    /// <param name="limit">How long it may take.</param>
    /// <param name="receivedAt">When the office received it.</param>
    /// <param name="segments">When the clock ran and stood still; outside them it runs.</param>
    /// <param name="extensions">What was granted on top, in the limit's unit.</param>
    /// <param name="calendar">The office's working time.</param>
    /// <param name="asOf">The instant of asking; matters only while the clock stands still.</param>
    /// <param name="basis">What sets the limit, to follow it in the sentence: 依服務標準（第3版）, by our service norm (version 3).</param>
    /// <exception cref="Refusal"><c>calendar.year-unknown</c>: the reckoning leaves the years the calendar knows.</exception>
    /// <exception cref="ArgumentException">The segments are not well-formed (<see cref="Segments.AreWellFormed"/>).</exception>
    public static DueDate Compute(
        TimeLimit limit, Instant receivedAt, IReadOnlyList<Segment> segments, IReadOnlyList<Extension> extensions,
        WorkCalendar calendar, Instant asOf, Phrase? basis = null)
    {
        var extension = extensions.Sum(granted => granted.Amount);
        var stops = new Stops(segments, calendar, asOf);
        var start = calendar.NextWorkingMinute(calendar.MinuteOf(receivedAt));
        var reckoning = Reckoning.Of(extension == 0 ? limit : limit.Extended(extension), start, stops, calendar);
        var stop = stops.Open is { } open && open.From < reckoning.UsedUp ? stops.Open : null;
        return new(calendar.AtMinute(reckoning.Due), WorkCalendar.DateOf(reckoning.Due), stop is not null, reckoning.Days)
        {
            _how = new(limit, basis, extension, receivedAt, start, reckoning, stop, calendar),
        };
    }
}

/// <summary>One day on the way to the due date, as the week table shows it.</summary>
/// <param name="Ordinal">
/// Which counted day of the limit it is. Hours count the day of receipt as the first; days do not. Null when the
/// day does not count.
/// </param>
/// <param name="Note">The holiday, or what is being waited for.</param>
public sealed record DueDay(LocalDate Date, DueDayKind Kind, int? Ordinal = null, Phrase? Note = null);

public enum DueDayKind
{
    /// <summary>The clock starts.</summary>
    Start,

    /// <summary>Counts towards the limit.</summary>
    Counted,

    /// <summary>Does not count: the office is shut.</summary>
    Off,

    /// <summary>Does not count: the clock stands still.</summary>
    Waiting,

    /// <summary>The last day.</summary>
    Due,
}
