using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Plan.Assess;
using GridDesk.Plan.ShowRows;
using GridDesk.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Plan.Indicators;

/// <summary>The rows behind a statistic over some days, of one department where one is named: those that the person may see.</summary>
[Needs(Right.SeePlan)]
internal sealed class IndicatorRowsPage(IndicatorReading reading, SeenRows rows, PackInForce pack) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public AskedDays Days { get; private set; } = null!;

    public ProvenFigure Figure { get; private set; } = null!;

    /// <summary>Null for the whole office.</summary>
    public Phrase? Department { get; private set; }

    public ShownRows Shown { get; private set; } = null!;

    /// <summary>The half-year in whose report the figure stands; null when it is told as of now.</summary>
    public HalfYear? Reported { get; private set; }

    public async Task OnGetAsync(string? from, string? to, string? department, string? of, string? month, bool? before, int number, CancellationToken cancel)
    {
        var (indicator, asked) = (reading.Find(Code), new WantedRows(from, to, department, of, month, before));
        (Days, var figure) = await reading.BehindAsync(indicator, asked, cancel);
        (Figure, Reported) = (new(indicator, figure, []), asked.IsOfReport ? HalfName.Read(of!) : null);
        Department = string.IsNullOrEmpty(department) ? null : pack.Departments.Find(department)?.Name ?? new("不屬任何部門", "no department");
        var (path, query) = ($"/plan/indicators/{indicator.Code}/rows", asked.Query(Days));
        Shown = await rows.PageAsync(Figure.Figure, number, path, query, path, cancel);
    }
}
