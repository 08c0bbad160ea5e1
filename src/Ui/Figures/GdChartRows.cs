using GridDesk.Ui.Http;
using GridDesk.Ui.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Ui.Figures;

/// <summary>
/// Several statistics over the same stretches of time, a line each: its bars, and beside them the numbers that they are drawn from:
/// <c>&lt;gd-chart-rows title="各月" series="Model.Series" label-head="統計" /&gt;</c>. Nothing for none.
/// </summary>
[HtmlTargetElement("gd-chart-rows", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GdChartRows : TagHelper
{
    public required string Title { get; set; }

    public required IReadOnlyList<ChartSeries> Series { get; set; }

    /// <summary>Head of the first column.</summary>
    public required string LabelHead { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Series.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "gd-scroll");
        output.Attributes.SetAttribute("tabindex", "0");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("aria-label", Title);
        output.Content.SetHtmlContent(Html.Tag(
            "table",
            "gd-table gd-chartrows",
            Html.Tag("caption", null, Title),
            Html.Tag("thead", null, Html.Tag("tr", null, Head(LabelHead), Head(Say("長條圖", "Bars")), Series[0].Points.Append(Series[0].Whole).Select(point => Head(HeadOf(point), "gd-r")))),
            Html.Tag("tbody", null, Series.Select(Line))));
    }

    /// <summary>The label of a stretch of time, and whether it is over.</summary>
    public static string HeadOf(ChartPoint point) => point.Unfinished ? Say($"{point.Label.Zh}（還沒結束）", $"{point.Label.En} (not over yet)") : point.Label.ToString();

    private TagBuilder Line(ChartSeries series) => Html.Tag(
        "tr",
        null,
        Html.Tag("th", null, series.Href is { } href ? Html.Tag("a", "gd-a", series.Title).With("href", View.HttpContext.Localised(href)) : series.Title, Html.Tag("small", "gd-quiet", $" {series.Unit}")).With("scope", "row"),
        // The numbers beside it say the same.
        Html.Tag("td", null, BarStrip.Draw(series.Points).With("aria-hidden", "true").With("focusable", "false")),
        series.Points.Append(series.Whole).Select(point => (IHtmlContent)Html.Tag("td", "gd-r gd-num", Number(point), point.Value is null || point.Note is null ? null : Html.Tag("small", null, point.Note))));

    private static object Number(ChartPoint point)
    {
        var number = point.Value is null && point.Note is { } alone ? alone.ToString() : Figure.Text(point.Value);
        return point.Href is { } href ? Html.Tag("a", "gd-a", number).With("href", href) : number;
    }

    private static TagBuilder Head(string text, string? css = null) => Html.Tag("th", css, text).With("scope", "col");
}
