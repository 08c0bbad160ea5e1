using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace GridDesk.Ui.Markup;

/// <summary>Writes elements in the order they are read: <c>Tag("p", "gd-p", text)</c>. Text is always encoded.</summary>
internal static class Html
{
    private static readonly string[] Void = ["input", "path", "circle", "line", "rect", "polyline"];

    public static TagBuilder Tag(string name, string? css = null, params IEnumerable<object?> content)
    {
        var tag = new TagBuilder(name)
        {
            TagRenderMode = Void.Contains(name) ? TagRenderMode.SelfClosing : TagRenderMode.Normal,
        };

        tag.With("class", css).InnerHtml.AppendHtml(All(content));
        return tag;
    }

    /// <summary>Sets an attribute; null leaves it out.</summary>
    public static TagBuilder With(this TagBuilder tag, string attribute, object? value)
    {
        if (value is not null)
        {
            tag.Attributes[attribute] = value.ToString();
        }

        return tag;
    }

    /// <summary>A boolean attribute, such as <c>checked</c>.</summary>
    public static TagBuilder When(this TagBuilder tag, bool holds, string attribute) =>
        holds ? tag.With(attribute, attribute) : tag;

    /// <summary>Several parts one after another; null parts leave nothing.</summary>
    public static IHtmlContent All(params IEnumerable<object?> parts)
    {
        var all = new HtmlContentBuilder();

        foreach (var part in parts)
        {
            _ = part switch
            {
                null => all,
                IHtmlContent html => all.AppendHtml(html),
                IEnumerable<IHtmlContent> several => all.AppendHtml(All(several)),
                _ => all.Append(part.ToString()!),
            };
        }

        return all;
    }

    /// <summary>For a screen reader only.</summary>
    public static TagBuilder Hidden(string text) => Tag("span", "gd-hide", text);

    public static string? Join(params IEnumerable<string?> words)
    {
        var joined = string.Join(' ', words.Where(word => !string.IsNullOrEmpty(word)));
        return joined is "" ? null : joined;
    }
}
