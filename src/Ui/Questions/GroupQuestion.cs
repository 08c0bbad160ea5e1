using System.Globalization;
using System.Text.Json.Nodes;
using GridDesk.Kernel.Forms;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Ui.Questions;

/// <summary>
/// The same few questions several times over. One empty item always stands at the end, so it works without a script;
/// an empty item is no answer.
/// </summary>
internal static class GroupQuestion
{
    public static IHtmlContent Draw(Asked asked)
    {
        var items = (asked.Typed as JsonArray)?.ToList() ?? [];
        var mayAdd = asked.Question.Max is not { } most || items.Count < most;
        var path = asked.Name[asked.Prefix.Length..];

        return asked.Frame.AroundFrames(Html.All(
            DefaultButton(),
            items.Select((item, index) => (IHtmlContent)Item(asked, item as JsonObject, index, RemoveButton(asked, path, index))),
            mayAdd ? Item(asked, null, items.Count, null) : null,
            mayAdd ? Button(Say($"再加一個{asked.Question.ItemName}", $"Add another {asked.Question.ItemName ?? ItemWord}"), "add", path) : null), isTarget: true);
    }

    private static Phrase ItemWord => new("項目", "item");

    private static TagBuilder Item(Asked asked, JsonObject? typed, int index, TagBuilder? remove) => Html.Tag(
        "div",
        "gd-item",
        ItemFrame(asked, index).AroundFrames(Html.All(asked.Question.Fields.Select(field => asked.Within(field, index, typed?[field.Id]).Draw())), isTarget: true),
        remove);

    private static FieldFrame ItemFrame(Asked asked, int index)
    {
        var name = $"{asked.Name}[{index}]";
        return new FieldFrame(name, ItemTitle(asked.Question, index)) { Error = asked.ErrorAt(name) };
    }

    private static string ItemTitle(Question question, int index)
    {
        var number = (index + 1).ToString(CultureInfo.InvariantCulture);
        return Say($"第 {number} 個{question.ItemName ?? ItemWord}", $"{Capital((question.ItemName ?? ItemWord).En)} {number}");
    }

    private static TagBuilder RemoveButton(Asked asked, string path, int index) => Button(
        Say($"刪掉{ItemTitle(asked.Question, index)}", $"Remove {ItemTitle(asked.Question, index).ToLowerInvariant()}"),
        "remove",
        $"{path}[{index}]");

    private static TagBuilder Button(string text, string name, string value) => Html
        .Tag("button", "govuk-button govuk-button--secondary", text)
        .With("type", "submit")
        .With("name", name)
        .With("value", value);

    // Enter in a field presses the form's first button, which must never be "remove".
    private static TagBuilder DefaultButton() => Html
        .Tag("button", "gd-hide", Say("送出", "Send"))
        .With("type", "submit")
        .With("tabindex", "-1")
        .With("aria-hidden", "true");

    private static string Capital(string text) => text is "" ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
