namespace GridDesk.Ui.Figures;

/// <summary>What was counted over the same stretches of time as others beside it: a line of a table with its bars.</summary>
/// <param name="Points">A point for each stretch, with the labels of the others.</param>
/// <param name="Whole">What it was over all of them; not drawn.</param>
public sealed record ChartSeries(Phrase Title, Phrase Unit, IReadOnlyList<ChartPoint> Points, ChartPoint Whole)
{
    /// <summary>The page that says what it is.</summary>
    public string? Href { get; init; }
}
