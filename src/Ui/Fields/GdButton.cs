using System.Text.RegularExpressions;
using GridDesk.Ui.Http;
using GridDesk.Ui.Markup;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GridDesk.Ui.Fields;

/// <summary>
/// A button, or with <c>href</c> a link that looks like one:
/// <c>&lt;gd-button kind="secondary" key="Alt+B"&gt;請用戶補件&lt;/gd-button&gt;</c>. Other attributes (<c>name</c>,
/// <c>value</c>, <c>formaction</c>, <c>form</c>) go to the button.
/// </summary>
[HtmlTargetElement("gd-button")]
public sealed partial class GdButton : TagHelper
{
    /// <summary><c>primary</c> (one per view), <c>secondary</c> or <c>warning</c>.</summary>
    public string Kind { get; set; } = "primary";

    /// <summary>The large one that ends a step of a public form.</summary>
    public bool Big { get; set; }

    /// <summary><c>Alt+N</c> or <c>F4</c>: presses it at the desk, and is shown beside the text.</summary>
    public string? Key { get; set; }

    public string? Href { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Kind is not ("primary" or "secondary" or "warning"))
        {
            throw new ArgumentException($"A button is primary, secondary or warning, not '{Kind}'.");
        }

        output.TagName = Href is null ? "button" : "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Html.Join(
            "govuk-button",
            Kind is "primary" ? null : $"govuk-button--{Kind}",
            Big ? "gd-big" : null,
            context.AllAttributes["class"]?.Value?.ToString()));

        if (Href is not null)
        {
            output.Attributes.SetAttribute("href", View.HttpContext.Localised(Href));
        }
        else if (!output.Attributes.ContainsName("type"))
        {
            output.Attributes.SetAttribute("type", "submit");
        }

        if (Key is not null)
        {
            AddKey(output, Key);
        }
    }

    private static void AddKey(TagHelperOutput output, string key)
    {
        if (!AllowedKey().IsMatch(key))
        {
            throw new ArgumentException($"A key is Alt+letter or F1 to F12, never a bare letter: '{key}'.");
        }

        output.Attributes.SetAttribute("data-key", key);
        output.Attributes.SetAttribute("aria-keyshortcuts", key);
        output.PostContent.AppendHtml(Html.Tag("kbd", "gd-kbd", key.Replace('+', ' ')).With("aria-hidden", "true"));
    }

    [GeneratedRegex("^(Alt\\+[A-Z]|F([1-9]|1[0-2]))$")]
    private static partial Regex AllowedKey();
}
