using GridDesk.Kernel.Events;

namespace GridDesk.Kernel.Indicators;

/// <summary>One thing that a figure counted.</summary>
/// <param name="Subject">The subject's key, such as <c>request:0197…</c>.</param>
/// <param name="Label">What a person calls it: a case number, the service catalogue.</param>
/// <param name="At">When it counted.</param>
/// <param name="Path">The page that shows it; null when there is none.</param>
public sealed record EvidenceRow(string Subject, Phrase Label, Instant At, string? Path);

/// <summary>
/// What an indicator says about a period. A null <see cref="Value"/> is "no evidence yet", which is not zero.
/// </summary>
/// <param name="Part">For a share: how many of <paramref name="Whole"/>; small counts are shown as such.</param>
public sealed record Figure(decimal? Value, int? Part, int? Whole, IReadOnlyList<EvidenceRow> Rows)
{
    public static Figure None { get; } = new(null, null, null, []);

    /// <summary>How many rows there are; none is "no evidence yet".</summary>
    public static Figure Count(IReadOnlyList<EvidenceRow> rows) => rows.Count == 0 ? None : new(rows.Count, null, null, rows);

    /// <summary>Per cent, to one decimal, of rows that hold; nothing to share is "no evidence yet".</summary>
    public static Figure Share(IReadOnlyList<(EvidenceRow Row, bool Holds)> rows) => rows.Count == 0
        ? None
        : new(Math.Round(100m * rows.Count(r => r.Holds) / rows.Count, 1), rows.Count(r => r.Holds), rows.Count, [.. rows.Select(r => r.Row)]);

    /// <summary>The mean of the rows' values, to one decimal.</summary>
    public static Figure Mean(IReadOnlyList<(EvidenceRow Row, decimal Value)> rows) => rows.Count == 0
        ? None
        : new(Math.Round(rows.Average(r => r.Value), 1), null, rows.Count, [.. rows.Select(r => r.Row)]);

    /// <summary>The smallest value that at least <paramref name="percent"/> per cent of the rows do not exceed (nearest rank).</summary>
    public static Figure Percentile(IReadOnlyList<(EvidenceRow Row, decimal Value)> rows, int percent) => rows.Count == 0
        ? None
        : new(rows.Select(r => r.Value).Order().ElementAt((int)Math.Ceiling(percent / 100m * rows.Count) - 1), null, rows.Count, [.. rows.Select(r => r.Row)]);
}

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
}
