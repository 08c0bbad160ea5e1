namespace GridDesk.Hall.Figures;

/// <summary>One number of a heat map as a table.</summary>
/// <param name="Write">The number as it stands in the cell.</param>
internal sealed record HeatTable(HeatMap Heat, Phrase Title, Func<HallTally, decimal?> Of, Func<decimal?, string> Write)
{
    public string Text(HallTally cell) => Write(Of(cell));
}
