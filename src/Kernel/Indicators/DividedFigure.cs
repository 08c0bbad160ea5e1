namespace GridDesk.Kernel.Indicators;

/// <summary>A figure and what it is of each department.</summary>
/// <param name="Of">By the code of the department, in order of the code; those that have none of its rows are missing.</param>
/// <param name="Nobodys">Of the rows that were no department's work, such as what customers did by themselves; null when there are none.</param>
/// <param name="IsDivisible">Whether it is made of its rows one by one.</param>
public sealed record DividedFigure(Figure Whole, IReadOnlyDictionary<string, Figure> Of, Figure? Nobodys, bool IsDivisible)
{
    /// <param name="whose">The code of the department whose work a row was; null when it was nobody's.</param>
    internal static DividedFigure Divide(Figure whole, Func<EvidenceRow, string?> whose)
    {
        var parts = whole.By(whose).ToList();
        var of = parts.Where(part => part.Key is not null).OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => KeyValuePair.Create(part.Key!, part.Figure));
        return new(whole, new OrderedDictionary<string, Figure>(of), parts.FirstOrDefault(part => part.Key is null).Figure, whole.IsDivisible);
    }
}
