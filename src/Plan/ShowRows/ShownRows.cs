using GridDesk.Kernel.Indicators;

namespace GridDesk.Plan.ShowRows;

/// <summary>One page of the rows behind a figure, latest first.</summary>
/// <param name="Hidden">How many rows the figure counted that this person may not see one by one.</param>
/// <param name="Newer">Address of the page before; null on the first.</param>
/// <param name="FilePath">Address of all of them as a file, without its ending; what was asked for follows as <paramref name="Query"/>.</param>
internal sealed record ShownRows(IReadOnlyList<EvidenceRow> Rows, int Hidden, string? Newer, string? Older, string FilePath, string Query);
