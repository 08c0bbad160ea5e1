using GridDesk.Ui.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Ui.Figures;

/// <summary>A chart with the same numbers in a table beside it; on a narrow screen only the table is shown.</summary>
public abstract class ChartTag : TagHelper
{
    private protected const int Width = 680;
    private protected const int Height = 290;
    private protected const decimal Floor = 240;
    private protected const decimal Tallest = 190;
    private const decimal LineHeight = 14;

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
            Html.Tag("figure", "gd-fig", Html.Tag("figcaption", null, caption), Picture(id, caption)),
            Html.Tag("div", null, Table(caption))));
    }

    private protected abstract IEnumerable<IHtmlContent> Marks();

    /// <summary>Zero is always the floor.</summary>
    private protected decimal Tall(decimal value)
    {
        var highest = Points.Max(point => point.Value) ?? 0;
        return highest <= 0 ? 0 : Math.Max(0, value) / highest * Tallest;
    }

    private protected decimal Slot => (Width - 24m) / Math.Max(1, Points.Count);

    private protected decimal Middle(int index) => 12 + Slot * (index + .5m);

    private protected static TagBuilder Text(decimal x, decimal y, object text, string? css = null) => Html
        .Tag("text", css, text)
        .With("x", Figure.Place(x))
        .With("y", Figure.Place(y))
        .With("text-anchor", "middle");

    private TagBuilder Picture(string id, string caption) => Html
        .Tag(
            "svg",
            null,
            Html.Tag("title", null, caption).With("id", $"{id}-title"),
            Html.Tag("desc", null, Description ?? Say("同樣的數字在旁邊的表。", "The same numbers are in the table beside it.")).With("id", $"{id}-desc"),
            Marks(),
            Html.Tag("line", "gd-fig__axis").With("x1", 0).With("y1", Floor).With("x2", Width).With("y2", Floor),
            Labels())
        .With("viewBox", $"0 0 {Width} {Height + Lower}")
        .With("role", "img")
        .With("aria-labelledby", $"{id}-title {id}-desc");

    // Twelve labels fit; of more, every so-manyth is written and the table has them all. Words too long to stand side by side stand below one another.
    private IEnumerable<IHtmlContent> Labels()
    {
        var (step, breaks) = ((Points.Count + 11) / 12, Lines > 1);
        return Points.Index().Where(point => point.Index % step == 0).SelectMany(point => new IHtmlContent[]
        {
            breaks ? Html.All([.. Words(point.Item).Index().Select(word => Text(Middle(point.Index), Floor + 20 + (LineHeight * word.Index), word.Item, "gd-fig__word"))]) : Text(Middle(point.Index), Floor + 20, point.Item.Label),
            point.Item.Note is null || step > 1 ? HtmlString.Empty : Text(Middle(point.Index), Floor + 42 + Lower, point.Item.Note, "gd-fig__note"),
        });
    }

    private static string[] Words(ChartPoint point) => point.Label.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private int Lines => Points.Count <= 12 && Points.Any(point => point.Label.ToString().Sum(sign => sign < 0x2E80 ? 7m : 13m) > Slot) ? Points.Max(point => Words(point).Length) : 1;

    private decimal Lower => LineHeight * (Math.Max(1, Lines) - 1);

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
                Html.Tag("td", null, point.Label, point.Unfinished ? Say("（還沒結束）", " (not over yet)") : null),
                Html.Tag("td", "gd-r", Figure.Text(point.Value)),
                hasNotes ? Html.Tag("td", "gd-r", point.Note) : null))));
    }

    private static TagBuilder Head(string text, string? css) => Html.Tag("th", css, text).With("scope", "col");
}
