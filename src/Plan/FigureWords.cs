using System.Globalization;
using GridDesk.Kernel.Indicators;
using GridDesk.Ui.Figures;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Plan;

/// <summary>
/// Figures as people read them. A share of fewer than thirty things is told by its counts alone, for per cents of a handful mislead;
/// any other share stands beside its counts.
/// </summary>
internal static class FigureWords
{
    private const int FewestForPercent = 30;

    extension(ProvenFigure proven)
    {
        /// <summary>98.6, or 12 / 13.</summary>
        public string Value => ValueOf(proven.Figure);

        public string Unit => UnitOf(proven.Figure, proven.Indicator.Unit);

        /// <summary>What the value is made of; null for a plain count.</summary>
        public string? Basis => proven.Figure switch
        {
            { Value: null } => Say("尚無資料", "nothing recorded yet"),
            { Part: not null, Whole: < FewestForPercent } => Say($"不到 {FewestForPercent} 筆，只列筆數", $"fewer than {FewestForPercent}, so counts only"),
            { Part: not null } figure => Fraction(figure),
            { Whole: { } whole } => Say($"以 {Number(whole)} 筆計算", whole == 1 ? "from 1 row" : $"from {Number(whole)} rows"),
            _ => null,
        };

        /// <summary>98.6%, or 12 / 13 without a per cent, with its counts: for one line.</summary>
        public string InLine => OneLine(proven.Figure, proven.Indicator.Unit);

        /// <summary>For the chart, month by month.</summary>
        public IReadOnlyList<ChartPoint> Points => [.. proven.Months.Select(month => month.Point)];

        /// <summary>The same as a small line, where there are several values to draw.</summary>
        public IReadOnlyList<decimal>? Trend => proven.Points.Select(point => point.Value).OfType<decimal>().ToList() is { Count: > 1 } values ? values : null;
    }

    extension(MonthFigure month)
    {
        public ChartPoint Point => PointOf(Short(month.Month), month.Figure) with { Unfinished = month.Unfinished };
    }

    /// <summary>For a chart and its table: a share stands beside its counts; a small one is its counts alone and not drawn.</summary>
    public static ChartPoint PointOf(Phrase label, Figure figure) => new(label, IsSmallShare(figure) ? null : figure.Value, figure.Part is not null ? Phrase.Same(Fraction(figure)) : null);

    /// <summary>98.6% (142 / 144), 12 / 13, 1,204 cases.</summary>
    public static string OneLine(Figure figure, Phrase unit)
    {
        var word = UnitOf(figure, unit);
        var value = word is "%" ? $"{ValueOf(figure)}%" : $"{ValueOf(figure)} {word}".TrimEnd();
        return !IsSmallShare(figure) && figure is { Part: not null, Value: not null } ? Say($"{value}（{Fraction(figure)}）", $"{value} ({Fraction(figure)})") : value;
    }

    private static bool IsSmallShare(Figure figure) => figure is { Part: not null, Whole: < FewestForPercent };

    private static string ValueOf(Figure figure) => IsSmallShare(figure) ? Fraction(figure) : Number(figure.Value);

    private static string UnitOf(Figure figure, Phrase unit) => IsSmallShare(figure) || figure.Value is null ? "" : figure.Value == 1 ? One(unit) : unit.ToString();

    public static string Number(decimal? value) => value?.ToString("#,0.##", CultureInfo.InvariantCulture) ?? "–";

    // Units are written in the plural: cases, working days, hours.
    private static string One(Phrase unit) => Say(unit.Zh, unit.En.TrimEnd('s'));

    private static string Fraction(Figure figure) => $"{Number(figure.Part)} / {Number(figure.Whole)}";

    private static Phrase Short(LocalDate month) => new($"{month.Month}月", month.ToString("MMM", CultureInfo.InvariantCulture));
}
