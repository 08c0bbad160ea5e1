using System.Globalization;
using System.Text.Json.Nodes;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Markup;
using GridDesk.Ui.Words;
using Microsoft.AspNetCore.Html;
using NodaTime.Text;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Ui.Questions;

/// <summary>Text, number, date and file.</summary>
internal static class PlainQuestions
{
    private static readonly int[] Widths = [2, 3, 4, 5, 10, 20, 30];

    public static IHtmlContent Line(Asked asked) => asked.Frame.Around(Controls
        .Input(InputType(asked), Asked.Text(asked.Typed), asked.IsWrong, WidthFor(asked.Question.MaxLength))
        .With("autocomplete", AutocompleteOf(asked))
        .With("spellcheck", asked.Question.Kind is "text" ? null : "false"));

    public static IHtmlContent Lines(Asked asked) => asked.Frame.Around(
        Controls.Area(Asked.Text(asked.Typed), asked.Question.Rows > 1 ? asked.Question.Rows : 4, asked.IsWrong));

    public static IHtmlContent Number(Asked asked)
    {
        var question = asked.Question;
        int? digits = question.Max is { } most
            ? decimal.Truncate(most).ToString(CultureInfo.InvariantCulture).Length + (question.Decimals > 0 ? question.Decimals + 1 : 0)
            : 10;

        return asked.Frame.Around(
            Controls.Input("text", Asked.Text(asked.Typed), asked.IsWrong, WidthFor(digits), digits: true)
                .With("inputmode", question.Decimals > 0 ? "decimal" : "numeric")
                .With("autocomplete", "off"),
            after: question.Unit?.ToString());
    }

    public static IHtmlContent Date(Asked asked)
    {
        var part = new[] { "year", "month", "day" }.Select(name => asked.ErrorAt($"{asked.Name}.{name}")).FirstOrDefault(error => error is not null);
        var frame = asked.Frame with
        {
            Hint = asked.Frame.Hint ?? (asked.Mode is AskMode.Dense ? null : Controls.DateHint),
            Error = asked.Frame.Error ?? part,
        };

        return frame.AroundSeveral(Controls.Date(
            frame,
            TypedDate(asked.Typed),
            name => asked.IsWrong || asked.ErrorAt($"{asked.Name}.{name}") is not null));
    }

    public static IHtmlContent File(Asked asked)
    {
        var uploaded = string.Join(Say("、", ", "), FileNames(asked.Typed));
        var frame = uploaded is "" ? asked.Frame : asked.Frame with
        {
            Hint = Html.Join(asked.Frame.Hint, Say($"已經收到：{uploaded}。要換才需要再選一次。", $"We have {uploaded}. Choose again only to replace it.")),
        };

        return frame.Around(Controls.Upload(asked.IsWrong, asked.Question.Many));
    }

    // A day that could not be read stays in the first box, so that nothing typed is lost.
    private static DateText TypedDate(JsonNode? typed)
    {
        if (typed is JsonObject parts)
        {
            return new DateText(Asked.Text(parts["year"]), Asked.Text(parts["month"]), Asked.Text(parts["day"]));
        }

        var text = Asked.Text(typed);
        return LocalDatePattern.Iso.Parse(text ?? "") is { Success: true, Value: var day }
            ? new DateText($"{DateWords.YearShown(day.Year)}", $"{day.Month}", $"{day.Day}")
            : new DateText(text, null, null);
    }

    private static IEnumerable<string> FileNames(JsonNode? typed) => typed switch
    {
        JsonArray several => several.SelectMany(FileNames),
        JsonObject file => Asked.Text(file["name"] ?? file["fileName"]) is { } name ? [name] : [],
        _ => Asked.Text(typed) is { Length: > 0 } name ? [name] : [],
    };

    private static int? WidthFor(int? letters) =>
        letters is null ? null : Widths.Cast<int?>().FirstOrDefault(width => width >= letters);

    private static string InputType(Asked asked) => asked.Question.Kind switch
    {
        "email" => "email",
        "phone" or "mobile" => "tel",
        _ => "text",
    };

    // Only on the customer's own page: at the counter the browser would offer the clerk's own data.
    private static string? AutocompleteOf(Asked asked) => (asked.Mode, asked.Question.Kind) switch
    {
        (AskMode.Dense, _) => "off",
        (_, "email") => "email",
        (_, "phone" or "mobile") => "tel",
        (_, "text") => null,
        _ => "off",
    };
}
