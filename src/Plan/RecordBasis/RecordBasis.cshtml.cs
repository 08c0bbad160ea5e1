using GridDesk.Staff;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Plan.RecordBasis;

/// <summary>Records the letter that orders a plan; for a plan copied forward it comes months later.</summary>
[Needs(Right.AmendPlan)]
internal sealed class RecordBasisPage(PlanDesk desk, CurrentStaff me) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public int RocYear { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public BasisForm Input { get; set; } = new();

    public ServicePlan Plan { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!(await desk.YearsAsync(HttpContext.RequestAborted)).Contains(RocYear))
        {
            return NotFound();
        }

        await ShowAgainAsync();
        (Input.Letter, Input.LetterDate) = (Plan.Definition.Basis?.Letter, Plan.Definition.Basis?.Date);
        return Page();
    }

    public async Task ShowAgainAsync()
    {
        Plan = await desk.GetAsync(RocYear, HttpContext.RequestAborted);
        Version = Plan.Version;
        ModelState.Remove(nameof(Version));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var basis = Input.ToBasis() ?? throw new Refusal("plan.basis", "請寫公文字號和日期。", "Write the number and the date of the letter.", "letter");
        await desk.RecordBasisAsync(RocYear, Version, basis, me.Actor, HttpContext.RequestAborted);
        return LocalRedirect($"~/plan?year={RocYear}");
    }
}
