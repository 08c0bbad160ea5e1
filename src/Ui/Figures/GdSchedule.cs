using GridDesk.Ui.Markup;
using GridDesk.Ui.Words;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Ui.Figures;

/// <summary>One stage of a schedule: planned over some days, and done, or done so far, over others.</summary>
/// <param name="From">The first planned day.</param>
/// <param name="Until">The day planned for its end.</param>
/// <param name="Began">When it really began; null when it has not.</param>
/// <param name="Done">When it was done; null when it is not.</param>
/// <param name="Expected">When it is expected to be done, where that is later than planned.</param>
public sealed record ScheduleBar(Phrase Label, LocalDate From, LocalDate Until, LocalDate? Began, LocalDate? Done, LocalDate? Expected = null);

/// <summary>
/// Stages over the days, planned above done, beside the table that says the same:
/// <c>&lt;gd-schedule title="供電日程" bars="Model.Bars" today="Model.Today" wish="Model.Requested" /&gt;</c>. The page writes the
/// table; on a narrow screen it stands alone.
/// </summary>
[HtmlTargetElement("gd-schedule", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GdSchedule : TagHelper
{
    private const int Width = 680;
    private const int Left = 176;
    private const int Top = 44;
    private const int Row = 34;
    private const int MostTicks = 8;

    private static readonly int[] Steps = [1, 2, 7, 14, 28, 56, 91, 182, 364];

    public required string Title { get; set; }

    public required IReadOnlyList<ScheduleBar> Bars { get; set; }

    public LocalDate Today { get; set; }

    /// <summary>A day that somebody asked for.</summary>
    public LocalDate? Wish { get; set; }

    private LocalDate First => Bars.Min(bar => bar.From);

    private LocalDate Last => Bars.SelectMany(bar => new[] { bar.Until, bar.Done, bar.Expected, Wish }).OfType<LocalDate>()
        .Concat(Bars.Any(bar => bar is { Began: not null, Done: null }) ? [Today] : []).Max().PlusDays(1);

    private int Bottom => Top + (Row * Bars.Count);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = $"schedule-{context.UniqueId}";
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "gd-fig");
        output.Content.SetHtmlContent(Html.All(
            Html.Tag("figcaption", null, Title),
            Picture(id),
            Html.Tag("p", "gd-legend", Swatch("plan", Say("預定", "planned")), Swatch("done", Say("實際", "done")), Swatch("over", Say("超過預定", "beyond the plan")), Swatch("hope", Say("估計", "expected")))));
    }

    private static TagBuilder Swatch(string kind, string text) => Html.Tag("span", null, Html.Tag("span", $"gd-legend__mark gd-legend__mark--{kind}"), text);

    private TagBuilder Picture(string id) => Html
        .Tag(
            "svg",
            null,
            Html.Tag("title", null, Title).With("id", $"{id}-title"),
            Html.Tag("desc", null, Say("同樣的日期在旁邊的表。", "The same days are in the table beside it.")).With("id", $"{id}-desc"),
            Ticks(),
            Bars.Index().SelectMany(bar => Draw(bar.Item, Top + (Row * bar.Index))),
            Today >= First && Today <= Last ? Mark(Today, Say("今天", "today"), "gd-gantt__today", 12) : null,
            Wish is { } wish && wish >= First ? Mark(wish, Say("用戶希望", "asked for"), "gd-gantt__wish", Bottom + 16) : null)
        .With("viewBox", $"0 0 {Width} {Bottom + 24}")
        .With("role", "img")
        .With("aria-labelledby", $"{id}-title {id}-desc");

    private IEnumerable<IHtmlContent> Ticks()
    {
        var days = Period.DaysBetween(First, Last);
        var step = Steps.FirstOrDefault(s => days / s < MostTicks, Steps[^1]);
        for (var n = 0; n <= days - (step / 2); n += step)
        {
            yield return Line(Place(First.PlusDays(n)), Top - 8, Bottom, "gd-gantt__tick");
            yield return Text(Place(First.PlusDays(n)), Top - 14, DateWords.Short(First.PlusDays(n)), "start", "gd-fig__note");
        }
    }

    private IEnumerable<IHtmlContent?> Draw(ScheduleBar bar, int top)
    {
        yield return Text(Left - 10, top + 20, bar.Label, "end");
        yield return Bar(bar.From, bar.Until, top + 4, "gd-gantt__plan");
        if (bar.Expected is { } expected && bar.Done is null && expected > bar.Until)
        {
            yield return Bar(bar.Until, expected, top + 4, "gd-gantt__hope");
        }

        if (bar.Began is { } began)
        {
            var end = bar.Done ?? LocalDate.Max(began, Today);
            yield return Bar(began, end, top + 17, "gd-gantt__done");
            yield return end > bar.Until ? Bar(LocalDate.Max(began, bar.Until), end, top + 17, "gd-gantt__over") : null;
        }
    }

    private TagBuilder Mark(LocalDate day, string word, string css, int y) => Html.Tag("g", css, Line(Place(day), Top - 8, Bottom + 2), Text(Place(day), y, word, Place(day) > Width - 60 ? "end" : "middle"));

    // At least a few points wide, so that what was done within a day is seen.
    private TagBuilder Bar(LocalDate from, LocalDate until, int top, string css) => Html.Tag("rect", css)
        .With("x", Figure.Place(Place(from))).With("y", top).With("width", Figure.Place(Math.Max(4, Place(until) - Place(from)))).With("height", 11);

    private static TagBuilder Line(decimal x, int top, int bottom, string? css = null) => Html.Tag("line", css).With("x1", Figure.Place(x)).With("x2", Figure.Place(x)).With("y1", top).With("y2", bottom);

    private static TagBuilder Text(decimal x, int y, object text, string anchor, string? css = null) => Html.Tag("text", css, text).With("x", Figure.Place(x)).With("y", y).With("text-anchor", anchor);

    private decimal Place(LocalDate day) => Left + ((Width - Left - 6m) * Period.DaysBetween(First, day) / Math.Max(1, Period.DaysBetween(First, Last)));
}
