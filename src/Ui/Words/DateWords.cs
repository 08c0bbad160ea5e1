using System.Globalization;
using NodaTime.Text;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Ui.Words;

/// <summary>Days as people read them in the language of the request: 108年7月5日, 5 July 2019.</summary>
public static class DateWords
{
    private const int YearBeforeTheRepublic = 1911;

    private static readonly LocalDatePattern EnglishLong = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");
    private static readonly LocalDatePattern EnglishShort = LocalDatePattern.CreateWithInvariantCulture("d MMMM");

    /// <summary>108年7月5日; years before 1912 as 西元1911年. English 5 July 2019.</summary>
    public static string Long(LocalDate day) => Say(
        day.Year > YearBeforeTheRepublic
            ? $"{RocYear(day.Year)}年{day.Month}月{day.Day}日"
            : $"西元{day.Year}年{day.Month}月{day.Day}日",
        EnglishLong.Format(day));

    /// <summary>Without the year, where it is plain: 7月5日, 5 July.</summary>
    public static string Short(LocalDate day) => Say($"{day.Month}月{day.Day}日", EnglishShort.Format(day));

    /// <summary>星期五, Friday.</summary>
    public static string Weekday(LocalDate day) => Say(
        $"星期{"一二三四五六日"[(int)day.DayOfWeek - 1]}", day.DayOfWeek.ToString());

    /// <summary>The month as a heading: 108年7月, July 2019.</summary>
    public static string Month(LocalDate day) => Say(
        $"{RocYear(day.Year)}年{day.Month}月", day.ToString("MMMM uuuu", CultureInfo.InvariantCulture));

    /// <summary>24 hours: 17:00.</summary>
    public static string Clock(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The year as it is typed and shown in the language of the request: 108 in Chinese, 2019 in English.</summary>
    public static int YearShown(int year) => Current is Language.English || year <= YearBeforeTheRepublic ? year : RocYear(year);

    private static int RocYear(int year) => year - YearBeforeTheRepublic;
}
