using GridDesk.Ui.Words;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GridDesk.Ui.Fields;

/// <summary>
/// A day in three boxes 年 月 日, years of both calendars: <c>&lt;gd-date for="Input.From" label="從哪一天起" /&gt;</c>.
/// Bind it to a <see cref="LocalDate"/>, nullable when it may stay empty.
/// </summary>
[HtmlTargetElement("gd-date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GdDate : FieldTag
{
    private static readonly string[] Parts = ["year", "month", "day"];

    private protected override IHtmlContent Draw(TagHelperAttributeList attributes)
    {
        Hint ??= Controls.DateHint;
        var whole = ErrorAt(FieldName);
        var first = Parts.Select(part => ErrorAt($"{FieldName}.{part}")).FirstOrDefault(error => error is not null);
        var frame = Frame(whole ?? first);

        return frame.AroundSeveral(Controls.Date(frame, Typed(), part => whole is not null || ErrorAt($"{FieldName}.{part}") is not null));
    }

    private DateText Typed()
    {
        var shown = For?.Model is LocalDate day && day != default
            ? new DateText($"{DateWords.YearShown(day.Year)}", $"{day.Month}", $"{day.Day}")
            : new DateText(null, null, null);

        return new DateText(
            TypedAt($"{FieldName}.year") ?? shown.Year,
            TypedAt($"{FieldName}.month") ?? shown.Month,
            TypedAt($"{FieldName}.day") ?? shown.Day);
    }
}
