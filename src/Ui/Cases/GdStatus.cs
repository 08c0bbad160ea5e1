using GridDesk.Ui.Markup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GridDesk.Ui.Cases;

/// <summary>
/// Colour, shape and word: <c>&lt;gd-status kind="soon" bare="true"&gt;剩 1 小時 36 分&lt;/gd-status&gt;</c>. A chip once
/// per page, bare in tables. The word says what remains or is exceeded, not a colour.
/// </summary>
[HtmlTargetElement("gd-status")]
public sealed class GdStatus : TagHelper
{
    /// <summary><c>ok</c> in time, <c>soon</c> due or look again, <c>late</c>, <c>wait</c> clock stopped, <c>none</c> nothing yet, <c>done</c> checked.</summary>
    public required string Kind { get; set; }

    public bool Bare { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = await output.GetChildContentAsync();

        output.TagName = null;
        output.Content.SetHtmlContent(Mark.Status(Kind, text, Bare));
    }
}
