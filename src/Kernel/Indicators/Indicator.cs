using GridDesk.Kernel.Events;

namespace GridDesk.Kernel.Indicators;

/// <summary>
/// A named statistic that measures of the yearly plan are bound to. It is a pure function of the events that happened in the
/// period and were known at the moment asked about, so that a frozen half-year recomputes to the same figure.
/// </summary>
/// <param name="Code">Such as <c>requests.closed</c>: module, then what it counts; never changes.</param>
/// <param name="Unit">What the value counts: cases, working days, per cent.</param>
/// <param name="Meaning">The formula in words.</param>
/// <param name="Sources">The events it reads.</param>
/// <param name="Read">The figure; the happenings are those of <see cref="Sources"/>, in order of time.</param>
public sealed record Indicator(string Code, Phrase Title, Phrase Unit, Phrase Meaning, IReadOnlyList<Type> Sources, Func<IReadOnlyList<Happening>, Interval, Figure> Read)
{
    /// <summary>
    /// The events are needed from long before the period, because the figure is a state at its end
    /// (how many services have a procedure), not a count of what happened in it.
    /// </summary>
    public bool FromTheBeginning { get; init; }

    /// <summary>Which way it should go, where that is beyond dispute.</summary>
    public Aim Aim { get; init; }
}

/// <summary>Whether more of something is better, or less, or neither can be said.</summary>
public enum Aim { None, More, Less }
