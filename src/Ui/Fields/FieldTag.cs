using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GridDesk.Ui.Fields;

/// <summary>
/// What every field of a form is told: what it is <c>for</c> (or its <c>name</c> and <c>value</c>), its label and hint.
/// What was typed and what is wrong with it come from the model state.
/// </summary>
public abstract class FieldTag : TagHelper
{
    /// <summary>The property of the page, such as <c>Input.Phone</c>.</summary>
    public ModelExpression? For { get; set; }

    /// <summary>As it is sent, for a field without <c>for</c>.</summary>
    public string? Name { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>May stay empty; the label says so.</summary>
    public bool Optional { get; set; }

    /// <summary>Size of the label: <c>s</c> (bold, the default), <c>m</c>, <c>l</c>, or <c>none</c> for plain text.</summary>
    public string LabelSize { get; set; } = "s";

    /// <summary>The label is the heading of the page.</summary>
    public bool Heading { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    private protected string FieldName => Name ?? For?.Name ?? throw new InvalidOperationException("A field needs for or name.");

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Draw(output.Attributes));
    }

    private protected abstract IHtmlContent Draw(TagHelperAttributeList attributes);

    private protected FieldFrame Frame(string? error = null) => new(FieldName, Label)
    {
        Hint = string.IsNullOrEmpty(Hint) ? null : Hint,
        Error = error ?? View.ErrorAt(FieldName, Label),
        Size = LabelSize is "none" ? null : LabelSize,
        IsHeading = Heading,
        IsOptional = Optional,
    };

    private protected string? ErrorAt(string name) => View.ErrorAt(name);

    private protected string? TypedAt(string name) =>
        View.ViewData.ModelState.TryGetValue(name, out var state) ? state.AttemptedValue : null;

    /// <summary>Attributes of the page that the tag does not know go to the control: <c>autofocus</c>, <c>data-…</c>.</summary>
    private protected static TagBuilder Pass(TagHelperAttributeList attributes, TagBuilder control)
    {
        foreach (var attribute in attributes)
        {
            control.Attributes.TryAdd(attribute.Name, attribute.Value?.ToString() ?? "");
        }

        return control;
    }
}
