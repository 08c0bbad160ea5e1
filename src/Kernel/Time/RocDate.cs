using System.Globalization;
using System.Text.RegularExpressions;

namespace GridDesk.Kernel.Time;

/// <summary>Dates as people in Taiwan write and read them: years of the Republic (民國), the first of which is 1912.</summary>
public static partial class RocDate
{
    private const int YearBeforeFirst = 1911;
    private const int LastYear = 2200;

    /// <summary>
    /// Reads a date of either calendar: <c>1080705</c>, <c>108/7/5</c>, <c>108-07-05</c>, <c>108.7.5</c>,
    /// <c>108年7月5日</c>, <c>民國108年7月5日</c>, <c>20190705</c>, <c>2019-07-05</c>, <c>2019/7/5</c>, <c>5 July 2019</c>;
    /// full-width digits too. Six digits, and a bare year below 32 that might as well be a day, are ambiguous.
    /// </summary>
    /// <param name="typed">What a person typed.</param>
    /// <param name="field">The field the refusal belongs to.</param>
    /// <exception cref="Refusal"><c>date.unreadable</c>: ambiguous, impossible or no date at all.</exception>
    public static LocalDate Parse(string typed, string? field = null)
    {
        var text = string.Concat(typed.Select(HalfWidth)).Trim();
        if (Digits().Match(text) is { Success: true } digits)
        {
            return Date(digits, typed, field);
        }

        if (Marked().Match(text.Replace(" ", "", StringComparison.Ordinal)) is { Success: true } marked)
        {
            return MayBeDayFirst(marked)
                ? throw Unreadable($"「{typed}」可能有兩種讀法，請加上年、月、日再輸入一次，例如 108年7月5日。",
                    $"“{typed}” can be read in two ways: type it like 5 July 2019 or 2019-07-05.", field)
                : Date(marked, typed, field);
        }

        if (English().Match(text) is { Success: true } english)
        {
            return Date(english, typed, field);
        }

        throw Unreadable($"看不懂「{typed}」這個日期，請輸入例如 108年7月5日、1080705 或 2019-07-05。",
            $"“{typed}” is not a date we can read: type it like 5 July 2019, 2019-07-05 or 1080705.", field);
    }

    /// <summary>The year of the Republic; zero or less before 1912.</summary>
    public static int YearOf(LocalDate date) => date.Year - YearBeforeFirst;

    /// <summary>108年7月5日, 5 July 2019</summary>
    public static Phrase Show(LocalDate date) => new(YearText(date).Zh + Short(date).Zh, $"{Short(date).En} {date.Year}");

    /// <summary>7月5日, 5 July: within a year that is known from the context.</summary>
    public static Phrase Short(LocalDate date) =>
        new($"{date.Month}月{date.Day}日", $"{date.Day} {Months[date.Month - 1]}");

    /// <summary>7月5日（五）, Friday 5 July</summary>
    public static Phrase ShowWithWeekday(LocalDate date)
    {
        var day = Short(date);
        return new($"{day.Zh}（{"一二三四五六日"[(int)date.DayOfWeek - 1]}）", $"{date.DayOfWeek} {day.En}");
    }

    internal static Phrase YearText(LocalDate date) =>
        new(date.Year > YearBeforeFirst ? $"{YearOf(date)}年" : $"西元{date.Year}年", $"{date.Year}");

    private static LocalDate Date(Match match, string typed, string? field)
    {
        var year = Number(match, "y") + (match.Groups["y"].Length <= 3 ? YearBeforeFirst : 0);
        var month = match.Groups["name"].Success ? MonthNamed(match.Groups["name"].Value) : Number(match, "m");
        var day = Number(match, "d");
        return year is > YearBeforeFirst and <= LastYear && month is >= 1 and <= 12
            && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : throw Unreadable($"沒有「{typed}」這一天，請確認年、月、日，例如 108年7月5日。",
                $"There is no such day as “{typed}”: check the year, month and day, such as 5 July 2019.", field);
    }

    // 12/5/19 may be 19 May of the year 12, or 12 May 2019.
    private static bool MayBeDayFirst(Match match) =>
        match.Groups["mark"].Success && !match.Groups["roc"].Success
        && match.Groups["y"].Length <= 2 && Number(match, "y") <= 31;

    private static int MonthNamed(string name) => Array.FindIndex(Months, month => month.Length > 0
        && (month.Equals(name, StringComparison.OrdinalIgnoreCase)
            || month[..3].Equals(name, StringComparison.OrdinalIgnoreCase))) + 1;

    private static Refusal Unreadable(string zh, string en, string? field) => new("date.unreadable", zh, en, field);

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static char HalfWidth(char c) => c switch
    {
        >= '！' and <= '～' => (char)(c - '！' + '!'),
        '\u3000' => ' ',
        _ => c,
    };

    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;

    [GeneratedRegex("^(?<y>[0-9]{3,4})(?<m>[0-9]{2})(?<d>[0-9]{2})\\z")]
    private static partial Regex Digits();

    [GeneratedRegex("^(?:(?:西元)?(?<y>[0-9]{4})|(?<roc>(?:中華)?民國)?(?<y>[0-9]{1,3}))(?:年(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日|(?<mark>[-/.])(?<m>[0-9]{1,2})\\k<mark>(?<d>[0-9]{1,2}))\\z")]
    private static partial Regex Marked();

    [GeneratedRegex("^(?<d>[0-9]{1,2}) +(?<name>[A-Za-z]+),? +(?<y>[0-9]{4})\\z")]
    private static partial Regex English();
}
