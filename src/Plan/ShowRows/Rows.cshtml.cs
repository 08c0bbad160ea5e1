using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Plan.Assess;
using GridDesk.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Plan.ShowRows;

/// <summary>The rows behind one figure: those that the person may see; how many more there are is told.</summary>
[Needs(Right.SeePlan)]
internal sealed class RowsPage(PlanDesk desk, AssessDesk assessments, PlanReading reading, PackInForce pack, SeenRows rows, IClock clock) : PageModel
{
    public PlanMeasure Measure { get; private set; } = null!;

    public ProvenFigure Figure { get; private set; } = null!;

    public HalfYear Half { get; private set; } = null!;

    public ShownRows Shown { get; private set; } = null!;

    /// <summary>As the figure stood when the half-year's self-assessment was frozen.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Frozen { get; set; }

    public async Task<IActionResult> OnGetAsync(int rocYear, string measure, string indicator, string? half, int number, CancellationToken cancel)
    {
        if (half is not (null or "" or "1" or "2") || !(await desk.YearsAsync(cancel)).Contains(rocYear))
        {
            return NotFound();
        }

        var plan = await desk.GetAsync(rocYear, cancel);
        Half = PlanHalf.Read(plan, half, pack.Calendar.Today(clock.Now()));
        if (await reading.BehindAsync(plan, Half, await assessments.KnownAtAsync(Half, Frozen, cancel), measure, indicator, cancel) is not { } behind)
        {
            return NotFound();
        }

        (Measure, Figure) = behind;
        var path = $"/plan/{rocYear}/{measure}/{indicator}";
        Shown = await rows.PageAsync(Figure.Figure, number, path, $"half={Half.Half}{(Frozen ? "&frozen=true" : "")}", $"{path}/rows", cancel);
        return Page();
    }
}
