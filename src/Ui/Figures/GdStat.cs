using GridDesk.Ui.Http;
using GridDesk.Ui.Markup;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GridDesk.Ui.Figures;

/// <summary>
/// One figure with its basis and the rows behind it:
/// <c>&lt;gd-stat label="時限內完成" value="98.6" unit="%" basis="1,266 / 1,284 件" href="…" link="看這 1,284 件" points="Model.Trend" /&gt;</c>.
/// </summary>
[HtmlTargetElement("gd-stat", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GdStat : TagHelper
{
    public required string Label { get; set; }

    /// <summary>The page that says what the figure is.</summary>
    public string? LabelHref { get; set; }

    public required string Value { get; set; }

    public string? Unit { get; set; }

    /// <summary>What the figure is made of, as a fraction or a comparison.</summary>
    public string? Basis { get; set; }

    /// <summary>The rows behind the figure.</summary>
    public string? Href { get; set; }

    public string? Link { get; set; }

    /// <summary>The last six to twelve values, oldest first; drawn as a small line.</summary>
    public IReadOnlyList<decimal>? Points { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // A page that writes a null into an attribute sends an empty text.
        var basis = string.IsNullOrEmpty(Basis) ? null : Basis;
        var href = string.IsNullOrEmpty(Href) ? null : Href;

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "gd-stat");
        output.Content.SetHtmlContent(Html.All(
            Html.Tag("p", "gd-stat__l", string.IsNullOrEmpty(LabelHref) ? Label : Html.Tag("a", "gd-a", Label).With("href", View.HttpContext.Localised(LabelHref))),
            Html.Tag("p", "gd-stat__v", Value, string.IsNullOrEmpty(Unit) ? null : Html.Tag("small", null, $" {Unit}")),
            Points is { Count: > 1 } points ? Spark(points) : null,
            Html.Tag(
                "p",
                "gd-stat__f",
                basis,
                basis is null || href is null ? null : "　",
                href is null ? null : Html.Tag("a", "gd-a", Link).With("href", View.HttpContext.Localised(href)))));
    }

    private static TagBuilder Spark(IReadOnlyList<decimal> points)
    {
        var low = points.Min();
        var span = points.Max() - low;
        var places = points.Index()
            .Select(point => (
                X: 4 + 88m * point.Index / (points.Count - 1),
                Y: span == 0 ? 17 : 29 - 24 * (point.Item - low) / span))
            .ToList();

        return Html
            .Tag(
                "svg",
                "gd-spark",
                Html.Tag("path").With("d", "M" + string.Join(" L", places.Select(place => $"{Figure.Place(place.X)} {Figure.Place(place.Y)}"))),
                Html.Tag("circle").With("cx", Figure.Place(places[^1].X)).With("cy", Figure.Place(places[^1].Y)).With("r", 4))
            .With("viewBox", "0 0 96 34")
            .With("aria-hidden", "true")
            .With("focusable", "false");
    }
}
