using System.Security.Cryptography;
using System.Text;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Indicators;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;

namespace GridDesk.Plan.Assess.Report;

/// <summary>A report with the keys of the rows behind its figures.</summary>
internal sealed record MadeReport(AssessmentReport Report, IReadOnlyList<RowKeys> Keys);

/// <summary>What a figure counted, a line each: subject and moment.</summary>
internal sealed record RowKeys(string Name, byte[] Bytes)
{
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));

    public static RowKeys Of(string indicator, IEnumerable<EvidenceRow> rows) => new($"{indicator}.txt",
        Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => $"{row.Subject}\t{NodaTime.Text.InstantPattern.ExtendedIso.Format(row.At)}\n").Order(StringComparer.Ordinal))));
}

/// <summary>Makes the report of a half-year as of a moment: of a frozen one, of one that is being collected, or of "what would it say today?".</summary>
internal sealed class MakeReport(OfficeDb db, PlanDesk plans, IndicatorCatalogue indicators, PackInForce pack)
{
    /// <param name="knownAt">What was recorded later does not count.</param>
    public async Task<MadeReport> AsOfAsync(HalfYear half, Instant knownAt, CancellationToken cancel = default)
    {
        var plan = await plans.GetAsync(half.RocYear, cancel);
        var rows = plan.Rows(half);
        var before = half.Half == 2 ? new HalfYear(half.RocYear, 1) : half.RocYear > 1 ? new HalfYear(half.RocYear - 1, 2) : null;
        var last = before is null ? null : await db.SelfAssessments.AsNoTracking().SingleOrDefaultAsync(a => a.RocYear == before.RocYear && a.Half == before.Half && a.FrozenAt <= knownAt, cancel);
        var frozen = last?.Body is { } body ? AssessmentReport.Read(body) : null;
        HashSet<string> codes = [.. rows.SelectMany(row => row.Measure.Indicators), .. frozen?.Indicators.Select(i => i.Code) ?? []];
        var now = await ReadAsync(codes, half, knownAt, cancel);
        var then = before is null ? new Dictionary<string, DividedFigure>() : await ReadAsync(codes, before, knownAt, cancel);
        var answers = (await db.RowAnswers.AsNoTracking().Where(a => a.RocYear == half.RocYear && a.Half == half.Half && a.Zh != "").ToListAsync(cancel)).ToLookup(a => a.Measure);
        var used = indicators.All.Where(i => rows.Any(row => row.Measure.Indicators.Contains(i.Code))).ToList();
        var keys = used.Where(i => now[i.Code].Whole.Rows.Count > 0).ToDictionary(i => i.Code, i => RowKeys.Of(i.Code, now[i.Code].Whole.Rows));
        var asked = Asked.Of(plan, half, pack.Departments).ToLookup(row => row.Measure.Code, row => row.Department);
        var figures = used.ToDictionary(i => i.Code, i => FigureOf(i, now[i.Code], then.GetValueOrDefault(i.Code)?.Whole, keys.GetValueOrDefault(i.Code)?.Hash, MovementOf(i, then.GetValueOrDefault(i.Code)?.Whole, before, now[i.Code].Whole, half, knownAt)));
        var report = new AssessmentReport(
            half.RocYear, half.Half, knownAt, plan.Definition.Title, PlanText(plan, half), plan.Definition.Assessment.Criteria, plan.Definition.Assessment.Scale,
            [], [.. used.Select(i => new ReportIndicator(i.Code, i.Title, i.Unit, i.Meaning))],
            [.. plan.Definition.Dimensions.Select(dimension => new ReportDimension(dimension.Code, dimension.Title, [.. dimension.Strategies.Select(strategy => new ReportStrategy(strategy.Code, strategy.Title, [.. rows.Where(row => PlanCode.Strategy(row.Measure.Code) == strategy.Code).Select(RowOf)]))]))],
            frozen is null ? [] : Corrections(frozen, then));
        return new(report with { Units = UnitsOf(report) }, [.. keys.Values.DistinctBy(k => k.Hash)]);

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

    // A half-year that has not begun, or lies before the office's first day, has nothing to read.
    private Task<IReadOnlyDictionary<string, DividedFigure>> ReadAsync(IReadOnlyCollection<string> codes, HalfYear half, Instant knownAt, CancellationToken cancel) =>
        indicators.ReadByDepartmentAsync(codes, half.In(pack.Office.TimeZone), knownAt, cancel);

    private static ReportFigure FigureOf(Indicator indicator, DividedFigure now, Figure? then, string? keys, Movement moved) => new(
        indicator.Code, Value(now.Whole), now.Whole.Rows.Count, keys, then?.Value is null ? null : Value(then), moved,
        [.. now.Of.OrderBy(of => of.Key, StringComparer.Ordinal).Where(of => of.Value.Value is not null).Select(of => new DepartmentValue(of.Key, Value(of.Value)))]);

    private static ReportValue Value(Figure figure) => new(figure.Value, figure.Part, figure.Whole);

    // A half-year that is not over is as long as it has been going on.
    private Movement MovementOf(Indicator indicator, Figure? then, HalfYear? before, Figure now, HalfYear half, Instant knownAt)
    {
        var zone = pack.Office.TimeZone;
        var (start, end) = (half.In(zone).Start, half.In(zone).End);
        return then is null || before is null || knownAt <= start ? Movement.None
            : BeyondChance.Between(then, before.In(zone).Duration, now, Instant.Min(end, knownAt) - start) is not { } trend ? Movement.None
            : indicator.Aim switch
            {
                Aim.More => trend is Trend.Up ? Movement.Better : Movement.Worse,
                Aim.Less => trend is Trend.Down ? Movement.Better : Movement.Worse,
                _ => trend is Trend.Up ? Movement.Higher : Movement.Lower,
            };
    }

    private static IReadOnlyList<Correction> Corrections(AssessmentReport frozen, IReadOnlyDictionary<string, DividedFigure> today) =>
        [.. frozen.Rows.SelectMany(row => row.Figures).DistinctBy(f => f.Indicator).Where(f => today.ContainsKey(f.Indicator))
            .Select(f => new Correction(frozen.Indicator(f.Indicator), f.Now, Value(today[f.Indicator].Whole))).Where(c => c.Frozen != c.Today)];

    private IReadOnlyList<ReportUnit> UnitsOf(AssessmentReport report)
    {
        var named = report.Rows.SelectMany(row => row.Departments.Concat(row.Answers.Select(a => a.Department)).Concat(row.Unanswered).Concat(row.Figures.SelectMany(f => f.Of.Select(of => of.Department)))).ToHashSet();
        return [.. pack.Departments.All.Where(d => named.Contains(d.Code)).Select(d => new ReportUnit(d.Code, d.Name))];
    }

    // What the rows read at the end of the half-year; an amendment that came into force later changes nothing.
    private static string PlanText(ServicePlan plan, HalfYear half) => ContentHash.Of(plan.Rows(half).Select(row => row.Measure).ToList());
}
