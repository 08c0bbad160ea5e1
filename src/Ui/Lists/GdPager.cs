using GridDesk.Ui.Http;
using GridDesk.Ui.Markup;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Ui.Lists;

/// <summary>
/// To the next and previous part of a long list: <c>&lt;gd-pager previous="@Model.Newer" next="@Model.Older" /&gt;</c>.
/// Null leaves one out; nothing is drawn without either.
/// </summary>
[HtmlTargetElement("gd-pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GdPager : TagHelper
{
    public string? Previous { get; set; }

    public string? Next { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrEmpty(Previous) && string.IsNullOrEmpty(Next))
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "gd-pager");
        output.Attributes.SetAttribute("aria-label", Say("換頁", "Pages"));
        output.Content.SetHtmlContent(Html.All(
            Link(Previous, "prev", Say("上一頁", "Previous page")),
            Link(Next, "next", Say("下一頁", "Next page"))));
    }

    private TagBuilder? Link(string? href, string rel, string text) => string.IsNullOrEmpty(href)
        ? null
        : Html.Tag("a", "gd-a", text).With("href", View.HttpContext.Localised(href)).With("rel", rel);
}
