namespace GridDesk.Kernel.Indicators;

/// <summary>
/// What an indicator says about a period. A null <see cref="Value"/> is "no evidence yet", which is not zero.
/// </summary>
/// <param name="Part">For a share: how many of <paramref name="Whole"/>; small counts are shown as such.</param>
public sealed record Figure(decimal? Value, int? Part, int? Whole, IReadOnlyList<EvidenceRow> Rows)
{
    // Both null for a figure that is not made of its rows one by one.
    private Func<Func<EvidenceRow, bool>, Figure>? _only;
    private Func<Func<EvidenceRow, string?>, IEnumerable<(string? Key, Figure Figure)>>? _by;

    public static Figure None { get; } = new(null, null, null, []);

    /// <summary>Whether it can be made of some of its rows as it was of all.</summary>
    internal bool IsDivisible { get; private init; }

    /// <summary>How many rows there are, also where they have been let go.</summary>
    public int RowCount { get; private init; } = Rows.Count;

    /// <summary>Its rows, and those that could have counted and did not.</summary>
    internal IEnumerable<EvidenceRow> Considered { get; private init; } = Rows;

    /// <summary>It says how many rows there are.</summary>
    internal bool IsCount { get; private init; }

    /// <summary>Of a mean, how far apart its rows lie.</summary>
    internal Spread? Spread { get; private init; }

    /// <summary>How many rows there are; none is "no evidence yet".</summary>
    public static Figure Count(IReadOnlyList<EvidenceRow> rows) =>
        (rows.Count == 0 ? None : new Figure(rows.Count, null, null, rows)).MadeOf(rows, row => row, Count) with { IsCount = true };

    /// <summary>How many of the rows count. That some could have counted and none did is evidence: zero.</summary>
    public static Figure CountOrZero(IReadOnlyList<(EvidenceRow Row, bool Counts)> rows) =>
        (rows.Count == 0 ? None : new Figure(rows.Count(r => r.Counts), null, null, [.. rows.Where(r => r.Counts).Select(r => r.Row)])).MadeOf(rows, r => r.Row, CountOrZero) with { IsCount = true };

    /// <summary>The rows' values together.</summary>
    public static Figure Sum(IReadOnlyList<(EvidenceRow Row, decimal Value)> rows) =>
        (rows.Count == 0 ? None : new Figure(rows.Sum(r => r.Value), null, null, RowsOf(rows))).MadeOf(rows, r => r.Row, Sum);

    /// <summary>Per cent, to one decimal, of rows that hold; nothing to share is "no evidence yet".</summary>
    public static Figure Share(IReadOnlyList<(EvidenceRow Row, bool Holds)> rows) => (rows.Count == 0
        ? None
        : new(Math.Round(100m * rows.Count(r => r.Holds) / rows.Count, 1), rows.Count(r => r.Holds), rows.Count, RowsOf(rows))).MadeOf(rows, r => r.Row, Share);

    /// <summary>The mean of the rows' values, to one decimal.</summary>
    public static Figure Mean(IReadOnlyList<(EvidenceRow Row, decimal Value)> rows) => (rows.Count == 0
        ? None
        : new(Math.Round(rows.Average(r => r.Value), 1), null, rows.Count, RowsOf(rows))).MadeOf(rows, r => r.Row, Mean) with { Spread = Spread.Of(rows.Select(r => (double)r.Value)) };

    /// <summary>The smallest value that at least <paramref name="percent"/> per cent of the rows do not exceed (nearest rank).</summary>
    public static Figure Percentile(IReadOnlyList<(EvidenceRow Row, decimal Value)> rows, int percent) => (rows.Count == 0
        ? None
        : new(rows.Select(r => r.Value).Order().ElementAt((int)Math.Ceiling(percent / 100m * rows.Count) - 1), null, rows.Count, RowsOf(rows))).MadeOf(rows, r => r.Row, some => Percentile(some, percent));

    /// <summary>The same figure of those of its rows that are kept; null when it is not made of its rows one by one.</summary>
    public Figure? Only(Func<EvidenceRow, bool> keep) => _only?.Invoke(keep);

    /// <summary>The same figure of each kind of its rows; nothing when it is not made of them one by one.</summary>
    internal IEnumerable<(string? Key, Figure Figure)> By(Func<EvidenceRow, string?> key) => _by?.Invoke(key) ?? [];

    /// <summary>The same figure of the rows that counted in each of some stretches of time, one after the other; nothing when it is not made of its rows one by one.</summary>
    public IEnumerable<Figure> Over(IEnumerable<Interval> stretches) => _only is { } only ? stretches.Select(stretch => only(row => stretch.Contains(row.At))) : [];

    /// <summary>The same without its rows, of which the number alone is kept.</summary>
    internal Figure InBrief() => this with { Rows = [], Considered = [], _only = null, _by = null };

    private Figure MadeOf<T>(IReadOnlyList<T> parts, Func<T, EvidenceRow> row, Func<IReadOnlyList<T>, Figure> make) => this with
    {
        IsDivisible = true,
        Considered = parts.Select(row),
        _only = keep => make(parts.Where(part => keep(row(part))).ToArray()),
        _by = key => Apart(parts, [.. parts.Select(part => key(row(part)))]).Select(kind => (kind.Key, make(kind.Parts))),
    };

    // One after the other, for together they are as many again as there are rows.
    private static IEnumerable<(string? Key, T[] Parts)> Apart<T>(IReadOnlyList<T> parts, IReadOnlyList<string?> keys) =>
        keys.Distinct().Select(key => (key, parts.Where((_, place) => keys[place] == key).ToArray()));

    private static PartRows<bool> RowsOf(IReadOnlyList<(EvidenceRow, bool)> parts) => new(parts);

    private static PartRows<decimal> RowsOf(IReadOnlyList<(EvidenceRow, decimal)> parts) => new(parts);
}
