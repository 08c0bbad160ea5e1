using System.Collections;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GridDesk.Ui.Fields;

/// <summary>
/// Radios, or checkboxes with <c>many</c>:
/// <c>&lt;gd-choices for="Input.Kind" label="…" options="Model.Kinds" many="true" /&gt;</c>.
/// </summary>
[HtmlTargetElement("gd-choices", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GdChoices : FieldTag
{
    public required IEnumerable<Choice> Options { get; set; }

    /// <summary>More than one may be chosen; binds to a list of texts, or to a bool with the one option <c>true</c>.</summary>
    public bool Many { get; set; }

    /// <summary>Smaller marks, for the desk.</summary>
    public bool Small { get; set; }

    /// <summary>Radios side by side, for two or three short words.</summary>
    public bool Inline { get; set; }

    /// <summary>What is chosen, for a field without <c>for</c>.</summary>
    public string? Value { get; set; }

    private protected override IHtmlContent Draw(TagHelperAttributeList attributes)
    {
        var frame = Frame();
        return frame.AroundSeveral(Controls.Choices(frame, Options, Chosen.Of(this, Value), Many, Small, Inline));
    }
}

/// <summary>
/// One of many: <c>&lt;gd-select for="Input.Town" label="鄉鎮市區" options="Model.Towns" blank="請選擇" /&gt;</c>.
/// </summary>
[HtmlTargetElement("gd-select", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GdSelect : FieldTag
{
    public required IEnumerable<Choice> Options { get; set; }

    /// <summary>Text of a first option that sends nothing; none when null.</summary>
    public string? Blank { get; set; }

    public string? Autocomplete { get; set; }

    /// <summary>What is chosen, for a field without <c>for</c>.</summary>
    public string? Value { get; set; }

    private protected override IHtmlContent Draw(TagHelperAttributeList attributes)
    {
        var frame = Frame();
        var select = Controls.Select(Options, Chosen.Of(this, Value).FirstOrDefault(), Blank, frame.Error is not null);

        return frame.Around(Markup.Html.With(Pass(attributes, select), "autocomplete", Autocomplete));
    }
}

internal static class Chosen
{
    /// <summary>What was sent, else what the page's property holds.</summary>
    public static IReadOnlyCollection<string> Of(FieldTag field, string? value)
    {
        var name = field.Name ?? field.For?.Name;

        if (name is not null && field.View.ViewData.ModelState.TryGetValue(name, out var state) && state.RawValue is not null)
        {
            return Texts(state.RawValue);
        }

        return value is not null ? [value] : Texts(field.For?.Model);
    }

    private static IReadOnlyCollection<string> Texts(object? value) => value switch
    {
        null => [],
        string text => [text],
        bool yes => [yes ? "true" : "false"],
        IEnumerable several => [.. several.Cast<object?>().SelectMany(Texts)],
        _ => [value.ToString()!],
    };
}
