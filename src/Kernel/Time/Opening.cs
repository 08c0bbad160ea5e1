using System.Diagnostics.CodeAnalysis;
using NodaTime.Text;

namespace GridDesk.Kernel.Time;

/// <summary>A stretch of one day in which the office works, such as 08:00–12:00; whole minutes.</summary>
/// <param name="From">The first minute.</param>
/// <param name="Until">The end; not part of it.</param>
public readonly record struct Opening(LocalTime From, LocalTime Until)
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Reads <c>08:00-12:00</c>; false when it is anything else, or ends before it begins.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Opening opening)
    {
        opening = default;
        if (text?.Split('-') is not [var from, var until]
            || !Clock.Parse(from.Trim()).TryGetValue(default, out var first)
            || !Clock.Parse(until.Trim()).TryGetValue(default, out var last)
            || last <= first)
        {
            return false;
        }

        opening = new(first, last);
        return true;
    }

    /// <summary><c>08:00-12:00</c></summary>
    public override string ToString() => $"{Clock.Format(From)}-{Clock.Format(Until)}";

    internal int FirstMinute => MinuteOfDay(From);

    internal int EndMinute => MinuteOfDay(Until);

    internal IEnumerable<Opening> Without(LocalTime? from, LocalTime? until)
    {
        var closedFrom = from ?? LocalTime.MinValue;
        var closedUntil = until ?? LocalTime.MaxValue;
        if (closedFrom > From)
        {
            yield return this with { Until = LocalTime.Min(Until, closedFrom) };
        }

        if (closedUntil < Until)
        {
            yield return this with { From = LocalTime.Max(From, closedUntil) };
        }
    }

    private static int MinuteOfDay(LocalTime time) => time.Hour * 60 + time.Minute;
}
