using System.Text.Json.Nodes;
using GridDesk.Kernel.Forms;
using GridDesk.Ui.Fields;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GridDesk.Ui.Questions;

/// <summary>
/// Draws one question of a form as its kind wants it:
/// <c>&lt;gd-question question="question" typed="typed" mode="page" /&gt;</c>. What is sent is named
/// <c>answers.</c> + the question's id; a date sends <c>.year .month .day</c>, an address its parts, a group
/// <c>[0].number</c>. A group's buttons send <c>add=meters</c> or <c>remove=meters[0]</c>.
/// </summary>
[HtmlTargetElement("gd-question", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GdQuestion(FieldKinds kinds) : TagHelper
{
    public required Question Question { get; set; }

    /// <summary>What draws it; the one of the question's kind when null.</summary>
    public Editor? Editor { get; set; }

    /// <summary>What was typed or is already known; null for an empty field.</summary>
    public JsonNode? Typed { get; set; }

    /// <summary>What is wrong with it; the model state's error at its name when null.</summary>
    public Phrase? Error { get; set; }

    /// <summary>Stands before the question's id in every name.</summary>
    public string Prefix { get; set; } = "answers.";

    /// <summary><c>page</c>: the only question of a customer's page, its label is the heading. <c>field</c>: one of several. <c>dense</c>: the counter's screen.</summary>
    public string Mode { get; set; } = "field";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var asked = new Asked(Question, $"{Prefix}{Question.Id}", Typed)
        {
            Prefix = Prefix,
            Editor = Editor ?? EditorOf(Question),
            Mode = Enum.Parse<AskMode>(Mode, ignoreCase: true),
            Error = Error?.ToString(),
            ErrorAt = name => View.ErrorAt(name),
            EditorOf = EditorOf,
        };

        output.TagName = asked.Mode is AskMode.Dense ? "div" : null;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(asked.Draw());

        if (asked.Mode is AskMode.Dense)
        {
            output.Attributes.SetAttribute("class", "gd-dense");
        }
    }

    private Editor EditorOf(Question question) =>
        kinds.Knows(question.Kind)
            ? kinds.EditorOf(question)
            : throw new InvalidOperationException($"No module draws questions of the kind '{question.Kind}' ({question.Id}).");
}
