using GridDesk.Ui.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Ui.Figures;

/// <summary>A chart with the same numbers in a table beside it; on a narrow screen only the table is shown.</summary>
public abstract class ChartTag : TagHelper
{
    /// <summary>What is counted and over which time; the unit is added.</summary>
    public required string Title { get; set; }

    /// <summary>What the picture shows, for those who do not see it: the highest, the last, the trend.</summary>
    public string? Description { get; set; }

    public required IReadOnlyList<ChartPoint> Points { get; set; }

    public string? Unit { get; set; }

    /// <summary>Heads of the table's columns.</summary>
    public string? LabelHead { get; set; }

    public string? ValueHead { get; set; }

    public string? NoteHead { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = $"chart-{context.UniqueId}";
        var caption = string.IsNullOrEmpty(Unit) ? Title : Say($"{Title}（{Unit}）", $"{Title} ({Unit})");

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "gd-pair");
        output.Content.SetHtmlContent(Html.All(
            Html.Tag("figure", "gd-fig", Html.Tag("figcaption", null, caption), Drawing.Draw(caption, Description ?? Say("同樣的數字在旁邊的表。", "The same numbers are in the table beside it."), id)),
            Html.Tag("div", null, Table(caption))));
    }

    private protected abstract Chart Drawing { get; }

    private TagBuilder Table(string caption)
    {
        var hasNotes = Points.Any(point => point.Note is not null);

        return Html.Tag(
            "table",
            "gd-table",
            // Beside the chart "the same numbers" is enough to see; on a narrow screen the table stands alone.
            Html.Tag("caption", null, Html.Tag("span", "gd-pair__same", Say("同樣的數字：", "The same numbers: ")), Html.Tag("span", "gd-pair__title", caption)),
            Html.Tag("thead", null, Html.Tag(
                "tr",
                null,
                Head(LabelHead ?? Say("期間", "Period"), null),
                Head(ValueHead ?? Unit ?? Say("數值", "Value"), "gd-r"),
                hasNotes ? Head(NoteHead ?? Say("說明", "Note"), "gd-r") : null)),
            Html.Tag("tbody", null, Points.Select(point => (IHtmlContent)Html.Tag(
                "tr",
                null,
                Html.Tag("td", null, point.Href is { } href ? Html.Tag("a", "gd-a", point.Label).With("href", href) : point.Label, point.Unfinished ? Say("（還沒結束）", " (not over yet)") : null),
                Html.Tag("td", "gd-r", Figure.Text(point.Value)),
                hasNotes ? Html.Tag("td", "gd-r", point.Note) : null))));
    }

    private static TagBuilder Head(string text, string? css) => Html.Tag("th", css, text).With("scope", "col");
}
