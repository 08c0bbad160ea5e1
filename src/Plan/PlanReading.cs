using GridDesk.Kernel.Indicators;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;

namespace GridDesk.Plan;

/// <summary>Reads the figures of a plan's half-year: all rows from one reading of the journal.</summary>
internal sealed class PlanReading(IndicatorCatalogue indicators, PackInForce pack)
{
    /// <param name="now">What was recorded later does not count; a half-year that has not begun has no figures.</param>
    /// <param name="months">Also the figures of each month that has begun.</param>
    /// <returns>The figures without their rows.</returns>
    public async Task<IReadOnlyList<ProvenRow>> ReadAsync(ServicePlan plan, HalfYear half, Instant now, bool months = false, CancellationToken cancel = default)
    {
        var rows = plan.Rows(half);
        var periods = Periods(half, now, months);
        var codes = rows.SelectMany(row => row.Measure.Indicators).ToHashSet();
        var figures = periods.Count == 0 ? [] : await indicators.ReadTodayAsync(codes, [.. periods.Select(p => p.Time)], now, cancel);
        return [.. rows.Select(row => new ProvenRow(row, pack.Departments.AnsweringFor(row.Measure, half.Until), [.. row.Measure.Indicators
            .Select(indicators.Find)
            .OfType<Indicator>()
            .Select(indicator => new ProvenFigure(
                indicator,
                figures is [var whole, ..] ? whole[indicator.Code] : Figure.None,
                [.. periods.Zip(figures).Skip(1).Select(month => new MonthFigure(month.First.From, month.Second[indicator.Code], month.First.Time.End > now))]))]))];
    }

    /// <summary>One row of the plan and one of its statistics with the rows behind it; null when there is no such.</summary>
    public async Task<(PlanMeasure Measure, ProvenFigure Figure)?> BehindAsync(ServicePlan plan, HalfYear half, Instant knownAt, string measure, string indicator, CancellationToken cancel)
    {
        if (plan.Rows(half).FirstOrDefault(row => row.Measure.Code == measure) is not { } found || !found.Measure.Indicators.Contains(indicator) || indicators.Find(indicator) is not { } one)
        {
            return null;
        }

        var figure = Periods(half, knownAt, months: false) is [var (_, time)] ? (await indicators.ReadAsync([indicator], time, knownAt, cancel))[indicator] : Figure.None;
        return (found.Measure, new(one, figure, []));
    }

    /// <summary>The half-year first, then its months; nothing that has not begun.</summary>
    private List<(LocalDate From, Interval Time)> Periods(HalfYear half, Instant now, bool months)
    {
        var zone = pack.Office.TimeZone;
        var all = Enumerable.Range(0, months ? 6 : 0).Select(m => half.From.PlusMonths(m)).Select(from =>
            (from, new Interval(zone.AtStartOfDay(from).ToInstant(), zone.AtStartOfDay(from.PlusMonths(1)).ToInstant())));
        return [.. all.Prepend((half.From, half.In(zone))).Where(period => period.Item2.Start <= now)];
    }
}

/// <summary>A row of the plan with what proves it.</summary>
/// <param name="Departments">Who answers for it at the end of the half-year.</param>
internal sealed record ProvenRow(PlanRow Row, IReadOnlyList<Department> Departments, IReadOnlyList<ProvenFigure> Figures)
{
    public PlanMeasure Measure => Row.Measure;

    public Evidence Evidence => Figures.Count(f => f.Figure.Value is not null) switch
    {
        0 => Evidence.None,
        var proven when proven < Figures.Count => Evidence.Part,
        _ => Evidence.Full,
    };

    /// <summary>The first of its statistics that has something to say.</summary>
    public ProvenFigure? Main => Figures.FirstOrDefault(f => f.Figure.Value is not null);
}

/// <param name="Months">Those that have begun, in order.</param>
internal sealed record ProvenFigure(Indicator Indicator, Figure Figure, IReadOnlyList<MonthFigure> Months);

internal sealed record MonthFigure(LocalDate Month, Figure Figure, bool Unfinished);

internal enum Evidence { Full, Part, None }

internal static class EvidenceWords
{
    extension(Evidence evidence)
    {
        public Phrase Title => evidence switch
        {
            Evidence.Full => new("有證據", "Evidence"),
            Evidence.Part => new("部分證據", "Partly proven"),
            _ => new("尚無證據", "No evidence yet"),
        };

        /// <summary>After a number, in English.</summary>
        public string Counted => evidence switch
        {
            Evidence.Full => "with evidence",
            Evidence.Part => "partly proven",
            _ => "without evidence yet",
        };

        /// <summary>The shape that stands beside it.</summary>
        public string Mark => evidence switch
        {
            Evidence.Full => "ok",
            Evidence.Part => "soon",
            _ => "none",
        };

        /// <summary>As the address of a page names it.</summary>
        public string Word => evidence.ToString().ToLowerInvariant();
    }
}

internal static class Answering
{
    /// <summary>Who answers for a row on a day, through renamings and mergers; every reporting unit for <c>all</c>.</summary>
    public static IReadOnlyList<Department> AnsweringFor(this Departments departments, PlanMeasure measure, LocalDate date) =>
        [.. measure.Departments.SelectMany(code => code == PlanMeasure.All ? departments.ReportingUnits(date) : Now(departments, code, date)).Distinct()];

    // A unit that ended without a successor, or had not begun, is still the one that the plan names.
    private static IEnumerable<Department> Now(Departments departments, string code, LocalDate date) =>
        departments.Successors(code, date) is { Count: > 0 } now ? now : departments.Find(code) is { } named ? [named] : [];
}
