using GridDesk.Kernel.Time;

namespace GridDesk.Kernel.Promises;

/// <param name="From">The first office minute in which the clock stands still.</param>
/// <param name="To">The first in which it runs again.</param>
internal readonly record struct Stop(long From, long To, SegmentKind Kind);

/// <summary>The stretches in which a promise's clock stands still, in order.</summary>
internal sealed class Stops
{
    private readonly List<Stop> _stops = [];

    /// <summary>A stop that is still open is taken to end at <paramref name="asOf"/>.</summary>
    public Stops(IReadOnlyList<Segment> segments, WorkCalendar calendar, Instant asOf)
    {
        if (!Segments.AreWellFormed(segments))
        {
            throw new ArgumentException("The segments overlap, leave a gap or are out of order.", nameof(segments));
        }

        foreach (var segment in segments)
        {
            if (segment.IsStop)
            {
                var end = segment.To ?? Instant.Max(segment.From, asOf);
                _stops.Add(new(calendar.MinuteOf(segment.From), calendar.MinuteOf(end), segment.Kind));
            }
        }

        Open = segments is [.., { IsStop: true, To: null }] ? _stops[^1] : null;
    }

    /// <summary>The stop that has not ended yet.</summary>
    public Stop? Open { get; }

    /// <summary>The stop in which that minute lies.</summary>
    public Stop? At(long minute)
    {
        foreach (var stop in _stops)
        {
            if (stop.From <= minute && minute < stop.To)
            {
                return stop;
            }
        }

        return null;
    }

    /// <summary>When the clock, running at that minute, stops next; never, when it does not.</summary>
    public long NextAfter(long minute)
    {
        foreach (var stop in _stops)
        {
            if (stop.From > minute)
            {
                return stop.From;
            }
        }

        return long.MaxValue;
    }
}
