using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Plan.RecordBasis;
using GridDesk.Staff;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Plan.CopyForward;

/// <summary>Makes a later year's plan from this one, after showing what it will say.</summary>
[Needs(Right.AmendPlan)]
internal sealed class CopyForwardPage(PlanDesk desk, PackInForce pack, PlanNames names, CurrentStaff me, IClock clock) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public int RocYear { get; set; }

    [BindProperty]
    public CopyForm Input { get; set; } = new();

    public ServicePlan Plan { get; private set; } = null!;

    /// <summary>What would be made for the year in the form, or for the next one while that cannot be.</summary>
    public PlanDefinition Preview { get; private set; } = null!;

    /// <summary>What this year's amendments make of the plan as it was ordered.</summary>
    public IReadOnlyList<ChangedRow> Changed { get; private set; } = [];

    public PlanNames Names => names;

    public async Task<IActionResult> OnGetAsync()
    {
        var years = await desk.YearsAsync(HttpContext.RequestAborted);
        if (!years.Contains(RocYear))
        {
            return NotFound();
        }

        var present = RocDate.YearOf(pack.Calendar.Today(clock.Now()));
        Input.Year = Enumerable.Range(RocYear + 1, 30).Where(year => !years.Contains(year)).FirstOrDefault(year => year >= present, RocYear + 1);
        await ShowAgainAsync();
        return Page();
    }

    public async Task ShowAgainAsync()
    {
        Plan = await desk.GetAsync(RocYear, HttpContext.RequestAborted);
        var year = Input.Year is { } typed && typed > RocYear && typed <= RocYear + 30 ? typed : RocYear + 1;
        Preview = Plan.Forward(year, null);
        Changed = ChangedRow.Between(Plan.Definition.Rows(), Preview.Rows());
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var year = Input.Year ?? throw new Refusal("plan.copy-year", "請寫要複製到哪一年度。", "Write to which year it is copied.", "year");
        await desk.CopyForwardAsync(RocYear, year, Input.ToBasis(), me.Actor, HttpContext.RequestAborted);
        return LocalRedirect($"~/plan?year={year}");
    }

    internal sealed class CopyForm : BasisForm
    {
        public int? Year { get; set; }
    }
}
