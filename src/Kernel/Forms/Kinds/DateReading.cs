using System.Globalization;
using System.Text.RegularExpressions;

namespace GridDesk.Kernel.Forms.Kinds;

/// <summary>Dates as people in Taiwan write them: a year of up to three digits is of the Republic (民國), one of four is Gregorian. Six digits without signs may be either, so they are no date.</summary>
internal static partial class DateReading
{
    private const int EraStart = 1911;

    /// <summary>The numbers of a date as written, not yet checked against the calendar; null when it is no date at all.</summary>
    public static (int Year, int Month, int Day)? Read(string text)
    {
        var match = Separated.Match(text) is { Success: true } separated ? separated : Compact.Match(text);
        if (!match.Success)
        {
            return null;
        }

        var year = Number(match, "year");
        var ofRepublic = match.Groups["era"].Value switch { "民國" => true, "西元" => false, _ => year < 1000 };
        return (year + (ofRepublic ? EraStart : 0), Number(match, "month"), Number(match, "day"));
    }

    public static string Show(LocalDate date) => Languages.Current is Language.English
        ? $"{date.Day} {CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(date.Month)} {date.Year}"
        : $"{(date.Year > EraStart ? $"{date.Year - EraStart}" : $"民國前{EraStart + 1 - date.Year}")}年{date.Month}月{date.Day}日";

    private static int Number(Match match, string part) => int.Parse(match.Groups[part].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<era>民國|西元)?\s*(?<year>[0-9]{1,4})\s*[-/.年]\s*(?<month>[0-9]{1,2})\s*[-/.月]\s*(?<day>[0-9]{1,2})\s*日?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Separated { get; }

    [GeneratedRegex(@"^(?<era>民國|西元)?\s*(?<year>[0-9]{3,4})(?<month>[0-9]{2})(?<day>[0-9]{2})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Compact { get; }
}
