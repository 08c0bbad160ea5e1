using GridDesk.Kernel.Indicators;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Plan.Assess;

namespace GridDesk.Plan.Indicators;

/// <summary>Reads what the pages and the API say of single statistics.</summary>
internal sealed class IndicatorReading(IndicatorCatalogue indicators, PlanDesk plans, AssessDesk assessments, PackInForce pack, IClock clock)
{
    /// <summary>In place of a department: what was no department's work.</summary>
    public const string Nobody = "nobody";

    public Instant Now { get; } = clock.Now();

    public LocalDate Today => pack.Calendar.Today(Now);

    public ServicePlan? Plan { get; private set; }

    /// <summary>The half-year of the plan that uses are read from.</summary>
    public HalfYear Half { get; private set; } = HalfYear.Of(pack.Calendar.Today(clock.Now()));

    /// <exception cref="Refusal">Code <c>not-found</c>.</exception>
    public Indicator Find(string code) => indicators.Find(code) ?? throw new Refusal("not-found", "沒有這項統計。", "There is no such statistic.", "code");

    public async Task<IReadOnlyList<IndicatorUse>> UsesAsync(CancellationToken cancel)
    {
        Plan = await plans.InForceAsync(Today, cancel);
        Half = Plan is null ? HalfYear.Of(Today) : PlanHalf.Read(Plan, null, Today);
        return IndicatorUse.Of(indicators.All, Plan, Half, pack.Departments);
    }

    /// <summary>Where the plan's page shows a row.</summary>
    public string MeasurePath(PlanMeasure measure) => $"/plan?year={Half.RocYear}&half={Half.Half}#m-{measure.Code}";

    /// <summary>Every statistic over some days.</summary>
    public Task<IReadOnlyDictionary<string, Figure>> AllAsync(AskedDays days, CancellationToken cancel) =>
        indicators.ReadAsync([.. indicators.All.Select(i => i.Code)], days.In(pack.Calendar.Zone), Now, cancel);

    /// <summary>One over a half-year and each of its months; nothing for what has not begun.</summary>
    public async Task<ProvenFigure> HalfAsync(Indicator indicator, HalfYear half, CancellationToken cancel)
    {
        var months = Enumerable.Range(0, 6).Select(n => AskedDays.Month(half.From.PlusMonths(n))).Where(month => month.From <= Today).ToList();
        if (months.Count == 0)
        {
            return new(indicator, Figure.None, []);
        }

        var figures = await indicators.ReadAsync([indicator.Code], [.. months.Prepend(AskedDays.Of(half)).Select(days => days.In(pack.Calendar.Zone))], Now, cancel);
        return new(indicator, figures[0][indicator.Code], [.. months.Zip(figures.Skip(1), (month, figure) => new MonthFigure(month.From, figure[indicator.Code], month.To >= Today))]);
    }

    public async Task<DividedFigure> DividedAsync(Indicator indicator, AskedDays days, CancellationToken cancel) => days.From > Today
        ? new(Figure.None, new Dictionary<string, Figure>(), null, false)
        : (await indicators.ReadByDepartmentAsync([indicator.Code], days.In(pack.Calendar.Zone), Now, cancel))[indicator.Code];

    /// <summary>One over some days, of one department where one is named.</summary>
    /// <exception cref="Refusal">Code <c>indicator.department</c>: it does not exist; or <c>indicator.undivided</c>: the figure is not made of what departments did one by one.</exception>
    public async Task<Figure> OfAsync(Indicator indicator, AskedDays days, string? department, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(department))
        {
            return days.From > Today ? Figure.None : (await indicators.ReadAsync([indicator.Code], days.In(pack.Calendar.Zone), Now, cancel))[indicator.Code];
        }

        return PartOf(await DividedAsync(indicator, days, cancel), department);
    }

    /// <summary>The figure whose rows are asked for, and its days.</summary>
    /// <exception cref="Refusal">As <see cref="OfAsync"/>; <c>not-found</c>: no such half-year, or no such month in it.</exception>
    public async Task<(AskedDays Days, Figure Figure)> BehindAsync(Indicator indicator, WantedRows asked, CancellationToken cancel)
    {
        if (!asked.IsOfReport)
        {
            var days = AskedDays.Read(asked.From, asked.To, Today);
            return (days, await OfAsync(indicator, days, asked.Department, cancel));
        }

        var reported = HalfName.Read(asked.Of!);
        var (half, knownAt) = (asked.HalfOf(reported), await assessments.KnownAtAsync(reported, frozen: true, cancel));
        var divided = (await indicators.ReadByDepartmentAsync([indicator.Code], half.In(pack.Office.TimeZone), knownAt, cancel))[indicator.Code];
        var figure = string.IsNullOrEmpty(asked.Department) ? divided.Whole : PartOf(divided, asked.Department);
        if (string.IsNullOrEmpty(asked.Month))
        {
            return (AskedDays.Of(half), figure);
        }

        var month = Enumerable.Range(0, 6).Select(n => half.From.PlusMonths(n)).Where(first => WantedRows.Months.Format(first) == asked.Month).ToList() is [var found] ? found
            : throw new Refusal("not-found", "這個月不在這半年裡。", "That month is not in this half-year.", "month");
        return (AskedDays.Month(month), figure.Over(half.MonthsIn(pack.Office.TimeZone)).ElementAtOrDefault((month.Month - 1) % 6) ?? Figure.None);
    }

    private Figure PartOf(DividedFigure divided, string department)
    {
        if (department is not Nobody && pack.Departments.Find(department) is null)
        {
            throw new Refusal("indicator.department", "沒有這個部門，請用部門代碼，例如 service-centre。", "There is no such department; write its code, such as service-centre.", "department");
        }

        return !divided.IsDivisible && divided.Whole.Value is not null
            ? throw new Refusal("indicator.undivided", "這項統計不是一筆一筆加起來的，不能分部門。", "This statistic is not made of single rows, so it cannot be told by department.", "department")
            : (department is Nobody ? divided.Nobodys : divided.Of.GetValueOrDefault(department)) ?? Figure.None;
    }

    /// <summary>How long a half-year has lasted.</summary>
    public Duration Lasted(HalfYear half) => Instant.Min(Now, half.In(pack.Calendar.Zone).End) - half.In(pack.Calendar.Zone).Start;
}
