using GridDesk.Ui.Markup;
using GridDesk.Ui.Words;
using Microsoft.AspNetCore.Html;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Ui.Cases;

/// <summary>
/// The days of a promise as a table of weeks, Sunday first. Over six weeks only the first and last two are drawn, and
/// one row says how many working days lie between.
/// </summary>
internal static class CountedWeeks
{
    private const int DrawnWhole = 6;

    public static IHtmlContent Draw(IReadOnlyList<DayCell> days)
    {
        var weeks = days.OrderBy(cell => cell.Day).GroupBy(cell => SundayOf(cell.Day)).ToList();

        var rows = weeks.Count <= DrawnWhole
            ? weeks.Select(Week)
            : [.. weeks.Take(2).Select(Week), Skipped(weeks[2..^2]), .. weeks.TakeLast(2).Select(Week)];

        return Html.Tag(
            "table",
            "gd-days",
            Html.Tag("caption", "gd-hide", Caption(weeks[0].First().Day, weeks[^1].Last().Day)),
            Html.Tag("thead", null, Html.Tag("tr", null, WeekdayHeads())),
            Html.Tag("tbody", null, rows));
    }

    private static LocalDate SundayOf(LocalDate day) => day.PlusDays(-((int)day.DayOfWeek % 7));

    private static string Caption(LocalDate first, LocalDate last)
    {
        var months = first.Month == last.Month && first.Year == last.Year
            ? DateWords.Month(first)
            : Say($"{DateWords.Month(first)}到{DateWords.Month(last)}", $"{DateWords.Month(first)} to {DateWords.Month(last)}");
        return Say($"{months}，日子怎麼數", $"{months}: how the days are counted");
    }

    private static IEnumerable<IHtmlContent> WeekdayHeads() => Enumerable.Range(0, 7).Select(weekday =>
    {
        var english = ((IsoDayOfWeek)(weekday == 0 ? 7 : weekday)).ToString();
        return (IHtmlContent)Html
            .Tag("th", null, Say($"{"日一二三四五六"[weekday]}", english[..2]))
            .With("scope", "col")
            .With("abbr", Say($"星期{"日一二三四五六"[weekday]}", english));
    });

    private static IHtmlContent Week(IGrouping<LocalDate, DayCell> week) => Html.Tag(
        "tr",
        null,
        Enumerable.Range(0, 7).Select(offset => Cell(week.FirstOrDefault(cell => cell.Day == week.Key.PlusDays(offset)))));

    private static IHtmlContent Cell(DayCell? cell)
    {
        if (cell is null)
        {
            return Html.Tag("td", "gd-days__blank");
        }

        var said = Html.Join(
            cell.IsToday ? Say("今天", "today") : null,
            cell.Kind is DayKind.Due ? Say("承諾日", "promised day") : null);

        return Html.Tag(
            "td",
            Html.Join(Style(cell.Kind), cell.IsToday ? "gd-days__today" : null),
            Html.Tag("b", null, cell.Day.Day == 1 ? $"{cell.Day.Month}/{cell.Day.Day}" : $"{cell.Day.Day}"),
            cell.Note is null ? null : Html.Tag("span", null, cell.Note),
            said is null ? null : Html.Hidden(Say($"，{said}", $", {said}")));
    }

    private static string? Style(DayKind kind) => kind switch
    {
        DayKind.Counted => "gd-days__n",
        DayKind.Off => "gd-days__off",
        DayKind.Waiting => "gd-days__wait",
        DayKind.Due => "gd-days__due",
        _ => null,
    };

    private static IHtmlContent Skipped(List<IGrouping<LocalDate, DayCell>> weeks)
    {
        var counted = weeks.Sum(week => week.Count(cell => cell.Kind is DayKind.Counted or DayKind.Due));
        return Html.Tag("tr", null, Html
            .Tag("td", "gd-days__skip", Say($"中間 {weeks.Count} 週，共 {counted} 個工作日", $"{weeks.Count} weeks between, {counted} working days"))
            .With("colspan", 7));
    }
}
