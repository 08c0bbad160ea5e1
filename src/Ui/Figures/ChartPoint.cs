using System.Globalization;

namespace GridDesk.Ui.Figures;

/// <summary>One value of a chart and its row in the table.</summary>
/// <param name="Value">Null when there is none: a gap, never a zero.</param>
/// <param name="Note">Under the label, and in the table's last column: small counts are written, not drawn.</param>
/// <param name="Unfinished">The period is not over; drawn paler.</param>
public sealed record ChartPoint(Phrase Label, decimal? Value, Phrase? Note = null, bool Unfinished = false)
{
    /// <summary>The rows behind it, linked from its label in the table, or from its number where many stand in a line; an address as the browser is to have it.</summary>
    public string? Href { get; init; }
}

internal static class Figure
{
    public static string Text(decimal? value) => value?.ToString("#,0.##", CultureInfo.InvariantCulture) ?? "–";

    public static string Place(decimal coordinate) => coordinate.ToString("0.#", CultureInfo.InvariantCulture);
}
