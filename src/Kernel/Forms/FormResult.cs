using System.Text.Json.Nodes;

namespace GridDesk.Kernel.Forms;

/// <summary>What became of what somebody typed or sent.</summary>
/// <param name="Answers">
/// The canonical answers, of asked questions only, in the order of the form. With errors, the answers that are
/// right so far: fit for a draft, not for acceptance.
/// </param>
/// <param name="Errors">Every mistake, in the order of the form.</param>
/// <param name="Typed">What was typed, untouched, to show the form again.</param>
public sealed record FormResult(JsonObject Answers, IReadOnlyList<FieldError> Errors, JsonObject Typed)
{
    public bool IsValid => Errors.Count == 0;
}

/// <summary>One mistake in what was typed.</summary>
/// <param name="Field">
/// Where: <c>reason</c>, <c>moveDate.month</c>, <c>meters[1].number</c>; empty when it is about the whole. The
/// posted name of the control is this behind <c>answers.</c>
/// </param>
/// <param name="Code">Stable, such as <c>form.required</c>; part of the API.</param>
/// <param name="Reason">What to do, as a sentence.</param>
public sealed record FieldError(string Field, string Code, Phrase Reason);

/// <summary>One mistake in the definition of a form or of its documents, for the author of the pack.</summary>
/// <param name="Path">From the list on, such as <c>[3].when.reason</c> or <c>[4].fields[0].kind</c>.</param>
public sealed record FormMistake(string Path, Phrase Reason);

/// <summary>One answer as a person reads it.</summary>
/// <param name="Field">The path of the answer, such as <c>meters[1].number</c>.</param>
/// <param name="Text">In the language of the current request.</param>
/// <param name="Item">The heading of the item it belongs to, such as "Meter 2"; null outside a group.</param>
public sealed record ShownAnswer(string Field, Question Question, string Text, string? Item);
