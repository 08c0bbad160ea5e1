using GridDesk.Kernel.Indicators;
using GridDesk.Ui.Figures;

namespace GridDesk.Plan.Assess.Report;

/// <summary>The figures of a report month by month, as they are drawn and written.</summary>
internal static class ReportMonths
{
    extension(AssessmentReport report)
    {
        /// <summary>Every statistic that proves a row of the dimension and can be told by month, once, in the order of the rows.</summary>
        public IReadOnlyList<ChartSeries> SeriesOf(ReportDimension dimension, DateTimeZone zone) =>
        [
            .. dimension.Rows.SelectMany(row => row.Figures).DistinctBy(figure => figure.Indicator).Where(figure => figure.Months.Count > 0)
                .Select(figure => (figure, Indicator: report.Indicator(figure.Indicator)))
                .Select(one => new ChartSeries(one.Indicator.Title, one.Indicator.Unit, [.. report.MonthsOf(one.figure, zone).Select(month => month.Point)], FigureWords.PointOf(new("這半年", "Half-year"), FigureOf(one.figure.Now))) { Href = $"~/plan/indicators/{one.Indicator.Code}" }),
        ];

        public IEnumerable<MonthFigure> MonthsOf(ReportFigure figure, DateTimeZone zone) => figure.Months.Zip(report.Period.MonthsIn(zone), (value, month) =>
            new MonthFigure(month.Start.InZone(zone).Date, FigureOf(value), month.Contains(report.KnownAt)));
    }

    private static Figure FigureOf(ReportValue value) => new(value.Value, value.Part, value.Whole, []);
}
