using GridDesk.Kernel.Indicators;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Plan.ShowRows;

/// <summary>The rows behind one figure: those that the person may see; how many more there are is told.</summary>
[Needs(Right.SeePlan)]
internal sealed class RowsPage(PlanDesk desk, PlanReading reading, PackInForce pack, SeenRows rows, IClock clock) : PageModel
{
    private const int PageSize = 100;

    public ProvenRow Proven { get; private set; } = null!;

    public ProvenFigure Figure { get; private set; } = null!;

    public HalfYear Half { get; private set; } = null!;

    /// <summary>This page of the rows, latest first.</summary>
    public IReadOnlyList<EvidenceRow> Rows { get; private set; } = [];

    /// <summary>How many rows the figure counted that this person may not see one by one.</summary>
    public int Hidden { get; private set; }

    public string? Newer { get; private set; }

    public string? Older { get; private set; }

    public string FilePath(string kind) => $"/plan/{Half.RocYear}/{Proven.Measure.Code}/{Figure.Indicator.Code}/rows.{kind}?half={Half.Half}";

    public async Task<IActionResult> OnGetAsync(int rocYear, string measure, string indicator, string? half, int number, CancellationToken cancel)
    {
        if (half is not (null or "" or "1" or "2") || !(await desk.YearsAsync(cancel)).Contains(rocYear))
        {
            return NotFound();
        }

        var now = clock.Now();
        var plan = await desk.GetAsync(rocYear, cancel);
        Half = PlanHalf.Read(plan, half, pack.Calendar.Today(now));
        var all = await reading.ReadAsync(plan, Half, now, cancel: cancel);
        if (all.FirstOrDefault(row => row.Measure.Code == measure) is not { } proven || proven.Figures.FirstOrDefault(f => f.Indicator.Code == indicator) is not { } figure)
        {
            return NotFound();
        }

        (Proven, Figure) = (proven, figure);
        var seen = await rows.OfAsync(figure.Figure, cancel);
        var page = Math.Clamp(number, 1, Math.Max(1, (seen.Count + PageSize - 1) / PageSize));
        Rows = [.. seen.Skip((page - 1) * PageSize).Take(PageSize)];
        Hidden = figure.Figure.Rows.Count - seen.Count;
        Newer = page > 1 ? Address(page - 1) : null;
        Older = page * PageSize < seen.Count ? Address(page + 1) : null;
        return Page();

        string Address(int to) => $"/plan/{rocYear}/{measure}/{indicator}?half={Half.Half}&number={to}";
    }
}
