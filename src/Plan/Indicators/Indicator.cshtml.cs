using GridDesk.Kernel.Events;
using GridDesk.Kernel.Indicators;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using GridDesk.Ui.Figures;
using GridDesk.Ui.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Plan.Indicators;

/// <summary>All about one statistic: what it means, what it is computed from, who answers for it, and its figures over time and by department.</summary>
[Public]
internal sealed class IndicatorPage(IndicatorReading reading, EventKinds kinds, PackInForce pack, CurrentStaff me) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public IndicatorUse Use { get; private set; } = null!;

    public HalfYear Half { get; } = HalfYear.Of(reading.Today);

    /// <summary>This half-year so far.</summary>
    public ProvenFigure Now { get; private set; } = null!;

    /// <summary>The months of the last half-year and of this one.</summary>
    public IReadOnlyList<ChartPoint> Points { get; private set; } = [];

    /// <summary>Null when the difference to the last half-year may be chance.</summary>
    public Trend? Trend { get; private set; }

    /// <summary>The figure of each department, in the order of the pack.</summary>
    public IReadOnlyList<DepartmentFigure> Departments { get; private set; } = [];

    public bool IsDivisible { get; private set; }

    public IReadOnlyList<string> Sources => kinds.NamesOf(Use.Indicator);

    public bool IsStaff => me.IsSignedIn;

    public bool SeesRows => me.Has(Right.SeePlan);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var indicator = reading.Find(Code);
        Use = (await reading.UsesAsync(cancel)).First(use => use.Indicator == indicator);
        var last = HalfYear.Of(Half.From.PlusDays(-1));
        var before = await reading.HalfAsync(indicator, last, cancel);
        Now = await reading.HalfAsync(indicator, Half, cancel);
        Trend = BeyondChance.Between(before.Figure, reading.Lasted(last), Now.Figure, reading.Lasted(Half));
        var whole = Now with { Months = [.. before.Months, .. Now.Months] };
        Points = [.. whole.Points.Zip(whole.Months, (point, month) => point with { Href = PathOf(AskedDays.Month(month.Month), month.Figure) is { } path ? HttpContext.Localised(path) : null })];
        var divided = await reading.DividedAsync(indicator, AskedDays.Of(Half), cancel);
        IsDivisible = divided.IsDivisible;
        Departments = [.. Lines(indicator, divided)];
    }

    public string MeasurePath(PlanMeasure measure) => reading.MeasurePath(measure);

    /// <summary>The rows behind a figure of some days; null when there are none or they are not for this reader.</summary>
    public string? PathOf(AskedDays days, Figure figure, string? department = null) => SeesRows && figure.Rows.Count > 0
        ? $"/plan/indicators/{Code}/rows?{days.Query}{(department is null ? "" : $"&department={department}")}"
        : null;

    private IEnumerable<DepartmentFigure> Lines(Indicator indicator, DividedFigure divided)
    {
        var order = pack.Departments.All.Select(d => d.Code).ToList();
        var lines = divided.Of.OrderBy(of => order.IndexOf(of.Key) is var place and >= 0 ? place : order.Count).Select(of => (of.Key, Name: pack.Departments.Find(of.Key)?.Name ?? Phrase.Same(of.Key), of.Value));
        if (divided.Nobodys is { } nobodys)
        {
            lines = lines.Append((IndicatorReading.Nobody, new("不屬任何部門（用戶自己做的、系統自動做的）", "No department’s (done by customers themselves, or by the program)"), nobodys));
        }

        return lines.Select(line => new DepartmentFigure(line.Name, new(indicator, line.Value, []), PathOf(AskedDays.Of(Half), line.Value, line.Key)));
    }
}

/// <param name="RowsPath">The rows behind it; null when there are none or they are not for this reader.</param>
internal sealed record DepartmentFigure(Phrase Name, ProvenFigure Figure, string? RowsPath);
