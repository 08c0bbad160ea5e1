using GridDesk.Plan.Indicators;
using GridDesk.Ui.Sheets;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Plan.Assess.Report;

/// <summary>The report as open data: a line for each statistic of each row, for each month and each department of it, and for each statement.</summary>
internal static class ReportSheet
{
    public static Sheet Of(AssessmentReport report, DateTimeZone zone) => new($"assessment-{report.RocYear}-{report.Half}",
        [Say("面向", "Dimension"), Say("編號", "Code"), Say("措施", "Measure"), Say("部門", "Department"), Say("月份", "Month"), Say("統計代碼", "Statistic code"), Say("統計", "Statistic"), Say("數值", "Value"), Say("單位", "Unit"), Say("符合", "Part"), Say("總數", "Whole"), Say("上個半年", "Half-year before"), Say("變化", "Change"), Say("說明", "Statement"), Say("評分", "Score")],
        [.. report.Dimensions.SelectMany(d => d.Rows.SelectMany(row => Lines(report, d, row, zone)))]) { Zone = zone, IsKept = true };

    private static IEnumerable<IReadOnlyList<object?>> Lines(AssessmentReport report, ReportDimension dimension, ReportRow row, DateTimeZone zone)
    {
        object?[] head = [$"{dimension.Title}", row.Code, $"{row.Title}"];
        foreach (var figure in row.Figures)
        {
            var indicator = report.Indicator(figure.Indicator);
            yield return [.. head, report.Names(row.Departments), null, indicator.Code, $"{indicator.Title}", figure.Now.Value, $"{indicator.Unit}", figure.Now.Part, figure.Now.Whole, figure.Before?.Value, figure.Moved.Title?.ToString(), null, null];
            foreach (var (month, of, _) in report.MonthsOf(figure, zone))
            {
                yield return [.. head, report.Names(row.Departments), WantedRows.Months.Format(month), indicator.Code, $"{indicator.Title}", of.Value, $"{indicator.Unit}", of.Part, of.Whole, null, null, null, null];
            }

            foreach (var of in figure.Of)
            {
                yield return [.. head, $"{report.NameOf(of.Department)}", null, indicator.Code, $"{indicator.Title}", of.Value.Value, $"{indicator.Unit}", of.Value.Part, of.Value.Whole, null, null, null, null];
            }
        }

        foreach (var answer in row.Answers)
        {
            yield return [.. head, $"{report.NameOf(answer.Department)}", null, null, null, null, null, null, null, null, null, Current is Language.English ? answer.En ?? answer.Zh : answer.Zh, answer.Score];
        }

        if (row.Figures.Count == 0 && row.Answers.Count == 0)
        {
            yield return [.. head, report.Names(row.Departments), .. Enumerable.Repeat<object?>(null, 11)];
        }
    }
}
