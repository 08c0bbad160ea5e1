using System.Globalization;
using GridDesk.Ui.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GridDesk.Ui.Fields;

/// <summary>
/// One line or several lines of text:
/// <c>&lt;gd-field for="Input.Phone" type="tel" label="電話" hint="…" autocomplete="tel" width="20" /&gt;</c>.
/// </summary>
[HtmlTargetElement("gd-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GdField : FieldTag
{
    /// <summary><c>text</c>, <c>tel</c>, <c>email</c>, <c>number</c>, <c>password</c>, <c>search</c> or <c>textarea</c>.</summary>
    public string Type { get; set; } = "text";

    /// <summary>What stands in it, for a field without <c>for</c>.</summary>
    public string? Value { get; set; }

    public string? Autocomplete { get; set; }

    /// <summary>The keyboard of a phone; numbers and telephone numbers have theirs already.</summary>
    public string? Inputmode { get; set; }

    /// <summary>How many letters wide it looks: 2, 3, 4, 5, 10, 20, 30.</summary>
    public int? Width { get; set; }

    public bool? Spellcheck { get; set; }

    /// <summary>Unit before the field, such as <c>NT$</c>.</summary>
    public string? Prefix { get; set; }

    /// <summary>Unit after the field, such as <c>度</c>.</summary>
    public string? Suffix { get; set; }

    /// <summary>Lines of a textarea.</summary>
    public int Rows { get; set; } = 5;

    private protected override IHtmlContent Draw(TagHelperAttributeList attributes)
    {
        var frame = Frame();
        var isWrong = frame.Error is not null;
        if (Type is "password")
        {
            View.DrawsPassword();
        }

        var control = Type is "textarea"
            ? Controls.Area(Text, Rows, isWrong)
            // A number is a text with a number pad: wheels and arrow keys change type=number by accident.
            : Controls.Input(Type is "number" ? "text" : Type, Type is "password" ? null : Text, isWrong, Width, digits: Type is "number" or "tel");

        Pass(attributes, control)
            .With("autocomplete", Autocomplete)
            .With("inputmode", Inputmode ?? (Type is "number" ? "decimal" : null))
            .With("spellcheck", (Spellcheck ?? (Type is "text" or "textarea" ? null : false))?.ToString().ToLowerInvariant());

        return frame.Around(control, Prefix, Suffix);
    }

    private string? Text => TypedAt(FieldName) ?? Value ?? Convert.ToString(For?.Model, CultureInfo.CurrentCulture);
}
