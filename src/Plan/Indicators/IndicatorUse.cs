using GridDesk.Kernel.Indicators;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;

namespace GridDesk.Plan.Indicators;

/// <summary>What the plan of a day uses a statistic for.</summary>
/// <param name="Measures">Rows of the plan that it proves, in their order.</param>
/// <param name="Owners">Who answers for any of those rows; none when no row uses it.</param>
internal sealed record IndicatorUse(Indicator Indicator, IReadOnlyList<PlanMeasure> Measures, IReadOnlyList<Department> Owners)
{
    /// <summary>Of every statistic that the program offers.</summary>
    /// <param name="plan">Null while the office has none.</param>
    public static IReadOnlyList<IndicatorUse> Of(IReadOnlyList<Indicator> indicators, ServicePlan? plan, HalfYear half, Departments departments)
    {
        IReadOnlyList<PlanMeasure> rows = [.. plan?.Rows(half).Where(row => row.EndsOn is null).Select(row => row.Measure) ?? []];
        return [.. indicators.Select(indicator => (indicator, Using: rows.Where(row => row.Indicators.Contains(indicator.Code)).ToList()))
            .Select(one => new IndicatorUse(one.indicator, one.Using, [.. one.Using.SelectMany(row => departments.AnsweringFor(row, half.Until)).Distinct()]))];
    }
}
