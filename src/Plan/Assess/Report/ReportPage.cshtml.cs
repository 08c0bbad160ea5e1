using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using GridDesk.Plan.Indicators;
using GridDesk.Ui.Figures;
using GridDesk.Ui.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Plan.Assess.Report;

/// <summary>The report of a half-year: for everybody once it is posted; before that for the staff, as it stands today.</summary>
[Public]
internal sealed class ReportPage(ReportFiles files, PlanDesk plans, PackInForce pack, CurrentStaff me, IClock clock) : PageModel
{
    public AssessmentReport Report { get; private set; } = null!;

    /// <summary>Null before it has begun.</summary>
    public SelfAssessment? It { get; private set; }

    public ServicePlan Plan { get; private set; } = null!;

    public HalfYear Half { get; private set; } = null!;

    public LocalDate Today { get; } = pack.Calendar.Today(clock.Now());

    public IReadOnlyList<AssessmentDuty> Duties { get; private set; } = [];

    public bool IsStaff => me.IsSignedIn;

    public bool SeesRows => me.Has(Right.SeePlan);

    public async Task OnGetAsync(int rocYear, int half, CancellationToken cancel)
    {
        Half = new(rocYear, half);
        (Report, It) = await files.ReadAsync(Half, cancel);
        Plan = await plans.GetAsync(rocYear, cancel);
        Duties = AssessmentDuty.Of(Plan.Definition.Assessment, Half, It, pack.Calendar, Today);
    }

    /// <summary>Each number with the rows behind it, for those who may see them.</summary>
    public IReadOnlyList<ChartSeries> SeriesOf(ReportDimension dimension) =>
    [
        .. Report.SeriesOf(dimension, pack.Office.TimeZone).Select(series => !SeesRows ? series : series with
        {
            Points = [.. series.Points.Select((point, n) => point is { Value: null or 0, Note: null } ? point : point with { Href = BehindPath(series.Href!, $"&month={WantedRows.Months.Format(Half.From.PlusMonths(n))}") })],
        }),
    ];

    /// <summary>The rows behind another number of a statistic than its own of the half-year.</summary>
    /// <param name="statistic">Its page.</param>
    public string BehindPath(string statistic, string which) => HttpContext.Localised($"{statistic}/rows?of={SelfAssessment.NameOf(Half)}{which}");

    public string RowsPath(ReportRow row, ReportFigure figure) => $"~/plan/{Half.RocYear}/{row.Code}/{figure.Indicator}?half={Half.Half}{(It?.FrozenAt is null ? "" : "&frozen=true")}";
}
