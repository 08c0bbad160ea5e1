using GridDesk.Kernel.Indicators;
using GridDesk.Kernel.Pack;

namespace GridDesk.Plan;

/// <summary>What people call what a plan names by a code.</summary>
internal sealed class PlanNames(PackInForce pack, IndicatorCatalogue indicators)
{
    /// <param name="code">Of a department or a statistic.</param>
    public string Of(string code) => code == PlanMeasure.All
        ? Languages.Say("各部門", "all departments")
        : (pack.Departments.Find(code)?.Name ?? indicators.Find(code)?.Title ?? Phrase.Same(code)).ToString();
}
