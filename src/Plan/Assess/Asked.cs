using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;

namespace GridDesk.Plan.Assess;

/// <summary>A row that a department is asked about.</summary>
internal sealed record AskedRow(string Department, PlanMeasure Measure);

/// <summary>
/// What departments are asked: nothing that can be computed. A row that no statistic is bound to is asked of every department that answers
/// for it at the end of the half-year; a row for all departments of each of them.
/// </summary>
internal static class Asked
{
    public static IReadOnlyList<AskedRow> Of(ServicePlan plan, HalfYear half, Departments departments) =>
        [.. plan.Rows(half).Where(row => row.Measure.Indicators.Count == 0 && !IsHeading(row.Measure)).SelectMany(row => departments.AnsweringFor(row.Measure, half.Until).Select(d => new AskedRow(d.Code, row.Measure)))];

    // A row that only gathers its sub-items says nothing by itself.
    private static bool IsHeading(PlanMeasure measure) => measure.Measures.Count > 0;
}
