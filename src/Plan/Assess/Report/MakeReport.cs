using GridDesk.Kernel.Data;
using GridDesk.Kernel.Indicators;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;

namespace GridDesk.Plan.Assess.Report;

/// <summary>Makes the report of a half-year as of a moment: of a frozen one, of one that is being collected, or of "what would it say today?".</summary>
internal sealed class MakeReport(OfficeDb db, PlanDesk plans, IndicatorCatalogue indicators, ReportFigures reading, PackInForce pack)
{
    /// <param name="knownAt">What was recorded later does not count.</param>
    /// <param name="keep">What is done with the keys of the rows behind each figure; nothing when left out.</param>
    public async Task<AssessmentReport> AsOfAsync(HalfYear half, Instant knownAt, Func<RowKeys, Task>? keep = null, CancellationToken cancel = default)
    {
        var plan = await plans.GetAsync(half.RocYear, cancel);
        var rows = plan.Rows(half);
        var before = half.Half == 2 ? new HalfYear(half.RocYear, 1) : half.RocYear > 1 ? new HalfYear(half.RocYear - 1, 2) : null;
        var last = before is null ? null : await db.SelfAssessments.AsNoTracking().SingleOrDefaultAsync(a => a.RocYear == before.RocYear && a.Half == before.Half && a.FrozenAt <= knownAt, cancel);
        var frozen = last?.Body is { } body ? AssessmentReport.Read(body) : null;
        HashSet<string> codes = [.. rows.SelectMany(row => row.Measure.Indicators), .. frozen?.Indicators.Select(i => i.Code) ?? []];
        var figures = await reading.ReadAsync(codes, half, before, knownAt, keep, cancel);
        var answers = (await db.RowAnswers.AsNoTracking().Where(a => a.RocYear == half.RocYear && a.Half == half.Half && a.Zh != "").ToListAsync(cancel)).ToLookup(a => a.Measure);
        var used = indicators.All.Where(i => rows.Any(row => row.Measure.Indicators.Contains(i.Code))).ToList();
        var asked = Asked.Of(plan, half, pack.Departments).ToLookup(row => row.Measure.Code, row => row.Department);
        var report = new AssessmentReport(
            half.RocYear, half.Half, knownAt, plan.Definition.Title, PlanText(plan, half), plan.Definition.Assessment.Criteria, plan.Definition.Assessment.Scale,
            [], [.. used.Select(i => new ReportIndicator(i.Code, i.Title, i.Unit, i.Meaning))],
            [.. plan.Definition.Dimensions.Select(dimension => new ReportDimension(dimension.Code, dimension.Title, [.. dimension.Strategies.Select(strategy => new ReportStrategy(strategy.Code, strategy.Title, [.. rows.Where(row => PlanCode.Strategy(row.Measure.Code) == strategy.Code).Select(RowOf)]))]))],
            frozen is null ? [] : Corrections(frozen, figures));
        return report with { Units = UnitsOf(report) };

        ReportRow RowOf(PlanRow row)
        {
            var said = answers[row.Measure.Code].OrderBy(a => a.Department, StringComparer.Ordinal).ToList();
            return new(row.Measure.Code, row.Measure.Title, row.Measure.Period,
                [.. pack.Departments.AnsweringFor(row.Measure, half.Until).Select(d => d.Code)],
                [.. row.Measure.Indicators.Where(figures.ContainsKey).Select(code => figures[code])],
                [.. said.Select(a => new ReportAnswer(a.Department, a.Zh, a.En, a.Score, a.Criteria, a.Photos))],
                [.. asked[row.Measure.Code].Except(said.Select(a => a.Department)).Order(StringComparer.Ordinal)]);
        }
    }

    private static IReadOnlyList<Correction> Corrections(AssessmentReport frozen, IReadOnlyDictionary<string, ReportFigure> today) =>
    [
        .. frozen.Rows.SelectMany(row => row.Figures).DistinctBy(f => f.Indicator).Where(f => today.ContainsKey(f.Indicator))
            .Select(f => new Correction(frozen.Indicator(f.Indicator), f.Now, today[f.Indicator].Before ?? new(null, null, null))).Where(c => c.Frozen != c.Today),
    ];

    private IReadOnlyList<ReportUnit> UnitsOf(AssessmentReport report)
    {
        var named = report.Rows.SelectMany(row => row.Departments.Concat(row.Answers.Select(a => a.Department)).Concat(row.Unanswered).Concat(row.Figures.SelectMany(f => f.Of.Select(of => of.Department)))).ToHashSet();
        return [.. pack.Departments.All.Where(d => named.Contains(d.Code)).Select(d => new ReportUnit(d.Code, d.Name))];
    }

    // What the rows read at the end of the half-year; an amendment that came into force later changes nothing.
    private static string PlanText(ServicePlan plan, HalfYear half) => ContentHash.Of(plan.Rows(half).Select(row => row.Measure).ToList());
}
