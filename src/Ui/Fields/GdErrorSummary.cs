using System.Text.Encodings.Web;
using GridDesk.Ui.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Ui.Fields;

/// <summary>
/// Everything that is wrong with the form, each line a link to its field. The layouts place it first in main; a page
/// that wants it elsewhere writes <c>&lt;gd-error-summary /&gt;</c> there and the layout leaves it out.
/// </summary>
[HtmlTargetElement("gd-error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GdErrorSummary : TagHelper
{
    private static readonly object Drawn = new();

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;

        if (View.Errors().Count > 0 && View.HttpContext.Items.TryAdd(Drawn, true))
        {
            output.Content.SetHtmlContent(new WhenWritten(View));
        }
    }

    private static TagBuilder Summary(List<FieldError> errors, bool isEmptied) => Html
        .Tag("div", "govuk-error-summary", Html.Tag(
            "div",
            null,
            Html.Tag("h2", "govuk-error-summary__title", Title(errors.Count)),
            Html.Tag(
                "div",
                "govuk-error-summary__body",
                Html.Tag("p", null, isEmptied
                    ? Say("請改好再送出，密碼要重填。", "Put these right and send it again; passwords have to be typed again.")
                    : Say("您填的都還在，改好再送出就可以。", "Everything you typed is still here; put these right and send it again.")),
                Html.Tag("ul", "govuk-list govuk-error-summary__list", errors.Select(Line)))).With("role", "alert"))
        .With("tabindex", "-1");

    private static string Title(int count) => Say($"有問題 {count} 項", count == 1 ? "There is a problem" : $"There are {count} problems");

    private static IHtmlContent Line(FieldError error) => Html.Tag(
        "li",
        null,
        error.Field is "" ? error.Text : Html.Tag("a", null, error.Text).With("href", $"#{FieldId.Of(error.Field)}"));

    // A page that writes its summary above its fields has not drawn them yet; when the page is written out, all are known.
    private sealed class WhenWritten(ViewContext view) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) => Summary(view.Errors(), view.HasPassword()).WriteTo(writer, encoder);
    }
}
