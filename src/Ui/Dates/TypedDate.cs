using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace GridDesk.Ui.Dates;

/// <summary>Reads a day as people type it: three boxes or one text, Republic of China or Gregorian years.</summary>
internal static partial class TypedDate
{
    /// <summary>Reads the three boxes; a year below 1000 is a year of the Republic.</summary>
    /// <exception cref="Refusal">A part is missing or there is no such day.</exception>
    public static LocalDate Read(string? year, string? month, string? day)
    {
        var y = Number(year);
        var m = Number(month);
        var d = Number(day);

        if (y is null || m is null || d is null)
        {
            throw new Refusal("date.incomplete", "請填年、月、日三格，都用數字。", "Fill in the year, month and day in numbers.");
        }

        var gregorian = y < 1000 ? y.Value + 1911 : y.Value;

        if (y < 1 || gregorian is < 1800 or > 2999)
        {
            throw new Refusal("date.year", "年份請填民國年或西元年，例如 108 或 2019。", "Enter the year as 2019 or as 108.");
        }

        if (m is < 1 or > 12)
        {
            throw new Refusal("date.month", "月份請填 1 到 12。", "Enter a month from 1 to 12.");
        }

        var last = CalendarSystem.Iso.GetDaysInMonth(gregorian, m.Value);

        return d >= 1 && d <= last
            ? new LocalDate(gregorian, m.Value, d.Value)
            : throw new Refusal("date.day", $"{m} 月只有 {last} 天，請改日期。", $"That month has {last} days; please change the day.");
    }

    /// <summary>Reads one text: 1080705, 20190705, 108/7/5, 2019-07-05, 108年7月5日.</summary>
    /// <exception cref="Refusal">It is no day.</exception>
    public static LocalDate Read(string text)
    {
        var parts = Digits().Matches(text.Normalize(NormalizationForm.FormKC)).Select(match => match.Value).ToArray();

        return parts switch
        {
            [var year, var month, var day] => Read(year, month, day),
            [{ Length: >= 6 and <= 8 } run] => Read(run[..^4], run[^4..^2], run[^2..]),
            _ => throw new Refusal("date.unreadable", "日期請填像 108/7/5 或 1080705。", "Enter a date like 2019-07-05 or 1080705."),
        };
    }

    private static int? Number(string? text) =>
        int.TryParse(text?.Normalize(NormalizationForm.FormKC), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
