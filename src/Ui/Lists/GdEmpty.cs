using GridDesk.Ui.Http;
using GridDesk.Ui.Markup;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Ui.Lists;

/// <summary>
/// Nothing here, and what to do then: <c>&lt;gd-empty text="今天沒有到期的案件。" href="~/desk?day=tomorrow" link="看明天的" /&gt;</c>.
/// </summary>
[HtmlTargetElement("gd-empty", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GdEmpty : TagHelper
{
    public required string Text { get; set; }

    public string? Href { get; set; }

    public string? Link { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "gd-empty");
        output.Content.SetHtmlContent(Html.All(
            Text,
            Href is null ? null : Say("", " "),
            Href is null ? null : Html.Tag("a", "gd-a", Link).With("href", View.HttpContext.Localised(Href))));
    }
}
