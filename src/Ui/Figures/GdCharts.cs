using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GridDesk.Ui.Figures;

/// <summary>
/// Bars from zero, the value on each: <c>&lt;gd-chart-bar title="每月結案" unit="件" points="Model.Closed" /&gt;</c>.
/// </summary>
[HtmlTargetElement("gd-chart-bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GdChartBar : ChartTag
{
    private protected override Chart Drawing => new BarChart(Points, Languages.Current);
}

/// <summary>
/// One line from zero, the first, highest and last value written:
/// <c>&lt;gd-chart-line title="平均等候" unit="分鐘" points="Model.Waits" /&gt;</c>. A missing value breaks the line.
/// </summary>
[HtmlTargetElement("gd-chart-line", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GdChartLine : ChartTag
{
    private protected override Chart Drawing => new LineChart(Points, Languages.Current);
}
