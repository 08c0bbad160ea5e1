using System.Text.Json;
using System.Text.Json.Nodes;
using GridDesk.Kernel.Forms;
using GridDesk.Ui.Fields;
using Microsoft.AspNetCore.Html;

namespace GridDesk.Ui.Questions;

internal enum AskMode { Field, Page, Dense }

/// <summary>A question at one place of one form: under which name, with what typed into it.</summary>
internal sealed record Asked(Question Question, string Name, JsonNode? Typed)
{
    public required string Prefix { get; init; }

    public required Editor Editor { get; init; }

    public AskMode Mode { get; init; }

    public string? Error { get; init; }

    public required Func<string, string?> ErrorAt { get; init; }

    public required Func<Question, Editor> EditorOf { get; init; }

    public bool IsWrong => Frame.Error is not null;

    public FieldFrame Frame => new(Name, Question.Label.ToString())
    {
        Hint = Question.Hint?.ToString(),
        Error = Error ?? ErrorAt(Name),
        Size = Mode is AskMode.Page ? "l" : "s",
        IsHeading = Mode is AskMode.Page,
        IsOptional = Question.Optional,
    };

    public IHtmlContent Draw() => Editor switch
    {
        Editor.Line => PlainQuestions.Line(this),
        Editor.Lines => PlainQuestions.Lines(this),
        Editor.Number => PlainQuestions.Number(this),
        Editor.Date => PlainQuestions.Date(this),
        Editor.File => PlainQuestions.File(this),
        Editor.Choice => ChoiceQuestions.Draw(this, several: Question.Many),
        Editor.Choices => ChoiceQuestions.Draw(this, several: true),
        Editor.Address => AddressQuestion.Draw(this),
        Editor.Group => GroupQuestion.Draw(this),
        _ => throw new InvalidOperationException($"Nobody draws {Editor}."),
    };

    /// <summary>A question of one item of a group.</summary>
    public Asked Within(Question question, int item, JsonNode? typed) => this with
    {
        Question = question,
        Name = $"{Name}[{item}].{question.Id}",
        Typed = typed,
        Editor = EditorOf(question),
        Mode = Mode is AskMode.Dense ? AskMode.Dense : AskMode.Field,
        Error = null,
    };

    /// <summary>What was typed as text; numbers as they are written in JSON.</summary>
    public static string? Text(JsonNode? typed) => typed?.GetValueKind() switch
    {
        null or JsonValueKind.Null or JsonValueKind.Object or JsonValueKind.Array => null,
        JsonValueKind.String => typed.GetValue<string>(),
        _ => typed.ToJsonString(),
    };
}
