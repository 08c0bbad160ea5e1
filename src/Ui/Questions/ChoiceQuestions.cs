using System.Text.Json.Nodes;
using GridDesk.Ui.Fields;
using Microsoft.AspNetCore.Html;

namespace GridDesk.Ui.Questions;

/// <summary>Radios and checkboxes.</summary>
internal static class ChoiceQuestions
{
    private const int FewEnoughForOneLine = 3;

    public static IHtmlContent Draw(Asked asked, bool several)
    {
        var choices = asked.Question.Options.Select(option => (Choice)option).ToList();
        var isDense = asked.Mode is AskMode.Dense;

        return asked.Frame.AroundSeveral(Controls.Choices(
            asked.Frame,
            choices,
            Chosen(asked.Typed),
            several,
            small: isDense,
            inline: isDense && choices.Count <= FewEnoughForOneLine));
    }

    private static string[] Chosen(JsonNode? typed) => typed is JsonArray all
        ? [.. all.Select(Asked.Text).OfType<string>()]
        : Asked.Text(typed) is { } one ? [one] : [];
}
