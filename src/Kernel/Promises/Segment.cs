using GridDesk.Kernel.Time;

namespace GridDesk.Kernel.Promises;

public enum SegmentKind
{
    Running,

    /// <summary>Papers or an answer that only the customer can give (補件).</summary>
    WaitingForCustomer,

    /// <summary>Another authority's permit, such as a road-digging permit (路證).</summary>
    WaitingForPermit,

    /// <summary>Typhoon, earthquake, epidemic (不可抗力).</summary>
    ForceMajeure,
}

/// <summary>A stretch of a promise's life in which its clock ran or stood still.</summary>
/// <param name="From">The beginning.</param>
/// <param name="To">The end, not part of it; null while it lasts.</param>
/// <param name="Cause">Why the clock stopped or runs again; null when there is nothing to say.</param>
/// <param name="By">Who decided it.</param>
public sealed record Segment(SegmentKind Kind, Instant From, Instant? To, Phrase? Cause, string By)
{
    public bool IsStop => Kind is not SegmentKind.Running;
}

public static class Segments
{
    /// <summary>Each begins where the one before it ends, and only the last may be open.</summary>
    public static bool AreWellFormed(IReadOnlyList<Segment> segments)
    {
        for (var i = 0; i < segments.Count; i++)
        {
            var isLast = i == segments.Count - 1;
            if (segments[i].To < segments[i].From || (!isLast && segments[i].To != segments[i + 1].From))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whole working days at whose close the clock stood still; a stop that is still open is taken to last until <paramref name="asOf"/>.</summary>
    /// <exception cref="Refusal"><c>calendar.year-unknown</c></exception>
    public static int WorkingDaysStopped(IReadOnlyList<Segment> segments, WorkCalendar calendar, Instant asOf)
    {
        var stopped = 0;
        foreach (var stop in segments.Where(s => s.IsStop))
        {
            var until = stop.To ?? asOf;
            for (var day = calendar.Today(stop.From); day <= calendar.Today(until); day = day.PlusDays(1))
            {
                if (calendar.CloseOf(day) is { } close && close > stop.From && close <= until)
                {
                    stopped++;
                }
            }
        }

        return stopped;
    }

    /// <summary>Working days after the day of <paramref name="from"/> up to that of <paramref name="to"/>, without those on which the clock stood still; never less than none.</summary>
    /// <exception cref="Refusal"><c>calendar.year-unknown</c></exception>
    public static int WorkingDaysTaken(IReadOnlyList<Segment> segments, WorkCalendar calendar, Instant from, Instant to) =>
        Math.Max(0, calendar.WorkingDaysBetween(calendar.Today(from), calendar.Today(to)) - WorkingDaysStopped(segments, calendar, to));

    /// <summary>Ends the last segment where the new one begins. What was written before stays as it was.</summary>
    /// <param name="segments">The segments so far; none for a promise just received.</param>
    /// <param name="kind">What begins.</param>
    /// <param name="at">When it begins.</param>
    /// <param name="cause">Why.</param>
    /// <param name="by">Who decided it.</param>
    /// <exception cref="Refusal"><c>promise.segment-order</c>: it would begin before the last one did.</exception>
    /// <exception cref="InvalidOperationException">The last segment has already ended: the promise is over.</exception>
    public static IReadOnlyList<Segment> Append(
        IReadOnlyList<Segment> segments, SegmentKind kind, Instant at, Phrase? cause, string by)
    {
        var next = new Segment(kind, at, null, cause, by);
        if (segments is not [.., var last])
        {
            return [next];
        }

        if (last.To is not null)
        {
            throw new InvalidOperationException("The last segment has already ended.");
        }

        return at >= last.From
            ? [.. segments.SkipLast(1), last with { To = at }, next]
            : throw new Refusal("promise.segment-order",
                "這個時間早於上一次暫停或恢復計時的時間，請填較晚的時間。",
                "This is earlier than the last time the clock was stopped or restarted: give a later time.", "at");
    }
}
