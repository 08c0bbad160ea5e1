using GridDesk.Ui.Markup;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Ui.Cases;

/// <summary>The line of a case: <c>&lt;gd-line&gt;&lt;gd-line-item state="done" title="受理" at="…" by="網路" /&gt;…&lt;/gd-line&gt;</c>.</summary>
[HtmlTargetElement("gd-line")]
public sealed class GdLine : TagHelper
{
    /// <summary>Less air, for the desk.</summary>
    public bool Tight { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.Attributes.SetAttribute("class", Html.Join("gd-line", Tight ? "gd-line--tight" : null));
    }
}

/// <summary>One step of the line. Its content, if any, stands under the title.</summary>
[HtmlTargetElement("gd-line-item", ParentTag = "gd-line")]
public sealed class GdLineItem(Chrome chrome) : TagHelper
{
    /// <summary><c>done</c>, <c>now</c>, <c>next</c>, or <c>wait</c> while the clock stood still.</summary>
    public string State { get; set; } = "done";

    public required string Title { get; set; }

    public Instant? At { get; set; }

    public LocalDate? Day { get; set; }

    /// <summary>Who did it or how it came, after the time.</summary>
    public string? By { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (State is not ("done" or "now" or "next" or "wait"))
        {
            throw new ArgumentException($"A step is done, now, next or wait, not '{State}'.");
        }

        var content = await output.GetChildContentAsync();
        var when = At is { } at ? DateTag.Moment(at, chrome.Zone, isShort: true) : Day is { } day ? DateTag.Day(day, isShort: true) : null;
        var by = string.IsNullOrEmpty(By) ? null : By;

        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Html.Join("gd-line__i", State is "done" ? null : $"gd-line__i--{State}"));

        if (State is "now")
        {
            output.Attributes.SetAttribute("aria-current", "step");
        }

        output.Content.SetHtmlContent(Html.All(
            Html.Tag("p", "gd-line__t", Title, Spoken() is { } state ? Html.Hidden(state) : null),
            when is null && by is null ? null : Html.Tag("p", "gd-line__m", when, when is null || by is null ? null : Say("，", ", "), by),
            content.IsEmptyOrWhiteSpace ? null : Html.Tag("div", "gd-line__p", content)));
    }

    private string? Spoken() => State switch
    {
        "now" => Say("（目前步驟）", " (current step)"),
        "next" => Say("（還沒開始）", " (not started)"),
        _ => null,
    };
}
