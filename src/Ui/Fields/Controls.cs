using GridDesk.Ui.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Ui.Fields;

/// <summary>The controls themselves, before a <see cref="FieldFrame"/> joins them to their label.</summary>
internal static class Controls
{
    /// <param name="width">How many letters wide it looks: 2, 3, 4, 5, 10, 20, 30; the full width when null.</param>
    public static TagBuilder Input(string type, string? value, bool isWrong, int? width = null, bool digits = false) => Html
        .Tag("input", Html.Join(
            "govuk-input",
            width is null ? null : $"govuk-input--width-{width}",
            isWrong ? "govuk-input--error" : null,
            digits ? "gd-num" : null))
        .With("type", type)
        .With("value", value);

    // A line break directly after the start tag is swallowed by the browser, so one is given for it to swallow.
    public static TagBuilder Area(string? value, int rows, bool isWrong) => Html
        .Tag("textarea", Html.Join("govuk-textarea", isWrong ? "govuk-textarea--error" : null), "\n", value)
        .With("rows", rows);

    public static TagBuilder Upload(bool isWrong, bool several) => Html
        .Tag("input", Html.Join("gd-upload", isWrong ? "gd-upload--error" : null))
        .With("type", "file")
        .When(several, "multiple");

    public static TagBuilder Select(IEnumerable<Choice> choices, string? chosen, string? blank, bool isWrong) => Html.Tag(
        "select",
        Html.Join("govuk-select", isWrong ? "govuk-select--error" : null),
        blank is null ? null : Html.Tag("option", null, blank).With("value", ""),
        choices.Select(choice => (IHtmlContent)Html
            .Tag("option", null, choice.Label)
            .With("value", choice.Value)
            .When(choice.Value == chosen, "selected")));

    /// <summary>Radios, or checkboxes when several may be chosen. The first carries the field's own id.</summary>
    public static IHtmlContent Choices(FieldFrame frame, IEnumerable<Choice> choices, IReadOnlyCollection<string> chosen, bool several, bool small, bool inline)
    {
        var kind = several ? "checkboxes" : "radios";
        return Html.Tag(
            "div",
            Html.Join($"govuk-{kind}", small ? $"govuk-{kind}--small" : null, inline && !several ? "govuk-radios--inline" : null),
            choices.Select((choice, index) => (IHtmlContent)Item(choice, index)));

        TagBuilder Item(Choice choice, int index)
        {
            var id = index == 0 ? frame.Id : $"{frame.Id}-{index + 1}";
            var hintId = choice.Hint is null ? null : $"{id}-item-hint";

            return Html.Tag(
                "div",
                $"govuk-{kind}__item",
                Html.Tag("input", $"govuk-{kind}__input")
                    .With("type", several ? "checkbox" : "radio")
                    .With("id", id)
                    .With("name", frame.Name)
                    .With("value", choice.Value)
                    .With("aria-describedby", hintId)
                    .When(chosen.Contains(choice.Value), "checked"),
                Html.Tag("label", $"govuk-label govuk-{kind}__label", choice.Label).With("for", id),
                choice.Hint is null ? null : Html.Tag("div", $"govuk-hint govuk-{kind}__hint", choice.Hint).With("id", hintId));
        }
    }

    /// <summary>Three boxes 年 月 日; the first carries the field's own id.</summary>
    /// <param name="wrong">Which of them are marked.</param>
    public static IHtmlContent Date(FieldFrame frame, DateText typed, Func<string, bool> wrong)
    {
        return Html.Tag(
            "div",
            "govuk-date-input",
            Box("year", Say("年", "Year"), typed.Year, 4),
            Box("month", Say("月", "Month"), typed.Month, 2),
            Box("day", Say("日", "Day"), typed.Day, 2));

        TagBuilder Box(string part, string label, string? value, int width)
        {
            var name = $"{frame.Name}.{part}";
            var isWrong = wrong(part);

            return Html.Tag("div", "govuk-date-input__item", Html.Tag(
                "div",
                "govuk-form-group",
                Html.Tag("label", "govuk-label govuk-date-input__label", label).With("for", FieldId.Of(name)),
                Input("text", value, isWrong, width, digits: true)
                    .With("id", FieldId.Of(name))
                    .With("name", name)
                    .With("inputmode", "numeric")
                    .With("autocomplete", "off")
                    .With("aria-invalid", isWrong ? "true" : null)));
        }
    }

    public static string DateHint => Say("民國年或西元年都可以，例如 108 年 6 月 20 日", "Years of either calendar will do, for example 2019 6 20");
}

/// <summary>What stands in the three boxes of a date.</summary>
internal sealed record DateText(string? Year, string? Month, string? Day);
