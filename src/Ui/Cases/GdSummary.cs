using GridDesk.Ui.Http;
using GridDesk.Ui.Markup;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Ui.Cases;

/// <summary>Keys and values: <c>&lt;gd-summary&gt;&lt;gd-summary-row key="電話" href="…" action="更改"&gt;…&lt;/gd-summary-row&gt;&lt;/gd-summary&gt;</c>.</summary>
[HtmlTargetElement("gd-summary")]
public sealed class GdSummary : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.Attributes.SetAttribute("class", "govuk-summary-list");
    }
}

/// <summary>One row; its content is the value, and nothing is said to be nothing. The link's name for a screen reader includes the key.</summary>
[HtmlTargetElement("gd-summary-row", ParentTag = "gd-summary")]
public sealed class GdSummaryRow : TagHelper
{
    public required string Key { get; set; }

    public string? Href { get; set; }

    /// <summary>The link's word, such as 更改 or 顯示.</summary>
    public string? Action { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var value = await output.GetChildContentAsync();

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Html.Join("govuk-summary-list__row", Href is null ? "govuk-summary-list__row--no-actions" : null));
        output.Content.SetHtmlContent(Html.All(
            Html.Tag("dt", "govuk-summary-list__key", Key),
            Html.Tag("dd", "govuk-summary-list__value", value.IsEmptyOrWhiteSpace ? Html.Tag("span", "gd-quiet", Say("沒有", "None")) : value),
            Href is null ? null : Html.Tag(
                "dd",
                "govuk-summary-list__actions",
                Html.Tag("a", "gd-a", Action, Html.Hidden($" {Key}")).With("href", View.HttpContext.Localised(Href)))));
    }
}
