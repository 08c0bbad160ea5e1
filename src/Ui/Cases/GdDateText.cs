using GridDesk.Ui.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GridDesk.Ui.Cases;

/// <summary>
/// A day or a moment in the language of the page: <c>&lt;gd-date-text day="Model.Due" /&gt;</c>,
/// <c>&lt;gd-date-text at="Model.AcceptedAt" short="true" /&gt;</c>. A moment is shown in the office's zone; nothing is
/// shown for null.
/// </summary>
[HtmlTargetElement("gd-date-text", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GdDateText(Chrome chrome) : TagHelper
{
    public LocalDate? Day { get; set; }

    public Instant? At { get; set; }

    /// <summary>Without the year.</summary>
    public bool Short { get; set; }

    /// <summary>With the day of the week.</summary>
    public bool Weekday { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent((Day, At) switch
        {
            ({ } day, _) => DateTag.Day(day, Short, Weekday),
            (_, { } at) => DateTag.Moment(at, chrome.Zone, Short, Weekday),
            _ => HtmlString.Empty,
        });
    }
}
