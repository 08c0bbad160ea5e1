using GridDesk.Kernel.Search;
using Microsoft.AspNetCore.Mvc;

namespace GridDesk.Plan.Follow;

/// <summary>Which half-year and which rows are asked for; all of it stands in the address.</summary>
internal sealed record PlanFilter
{
    public int? Year { get; init; }

    public string? Half { get; init; }

    public string? Q { get; init; }

    public string? Department { get; init; }

    public string? Evidence { get; init; }

    public bool IsOn => !string.IsNullOrWhiteSpace(Q) || !string.IsNullOrEmpty(Department) || !string.IsNullOrEmpty(Evidence);

    public bool Keeps(ProvenRow row) => HasText(row) && HasDepartment(row) && HasEvidence(row);

    private bool HasText(ProvenRow row)
    {
        var words = Fold(Q).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var text = Fold($"{row.Measure.Code} {row.Measure.Title.Zh} {row.Measure.Title.En} {string.Join(' ', row.Figures.Select(f => $"{f.Indicator.Title.Zh} {f.Indicator.Title.En}"))}");
        return words.All(text.Contains);
    }

    private bool HasDepartment(ProvenRow row) => string.IsNullOrEmpty(Department) || row.Departments.Any(d => d.Code == Department);

    private bool HasEvidence(ProvenRow row) => string.IsNullOrEmpty(Evidence) || row.Evidence.Word == Evidence;

    private static string Fold(string? text) => SearchWords.Fold(text ?? "");
}
