using System.Globalization;
using GridDesk.Ui.Words;
using Microsoft.AspNetCore.Html;
using NodaTime.Text;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Ui.Markup;

/// <summary>A moment or day as a <c>time</c> element that machines can read too.</summary>
internal static class DateTag
{
    public static IHtmlContent Day(LocalDate day, bool isShort = false, bool weekday = false) => Html
        .Tag("time", null, Text(day, isShort, weekday))
        .With("datetime", LocalDatePattern.Iso.Format(day));

    public static IHtmlContent Moment(Instant at, DateTimeZone zone, bool isShort = false, bool weekday = false)
    {
        var local = at.InZone(zone);
        return Html
            .Tag("time", null, Text(local.Date, isShort, weekday), Say(" ", ", "), DateWords.Clock(local.TimeOfDay))
            .With("datetime", local.ToString("uuuu'-'MM'-'dd'T'HH':'mmo<m>", CultureInfo.InvariantCulture));
    }

    private static string Text(LocalDate day, bool isShort, bool weekday)
    {
        var text = isShort ? DateWords.Short(day) : DateWords.Long(day);
        return weekday ? Say($"{text}（{DateWords.Weekday(day)}）", $"{DateWords.Weekday(day)} {text}") : text;
    }
}
