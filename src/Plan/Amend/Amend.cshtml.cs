using GridDesk.Kernel.Indicators;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Plan.Amend;

/// <summary>Changes or ends a row of the plan; with a code that the plan does not have yet, adds one.</summary>
[Needs(Right.AmendPlan)]
internal sealed class AmendPage(PlanDesk desk, PackInForce pack, IndicatorCatalogue indicators, CurrentStaff me, IClock clock) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public int RocYear { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>The version of the plan that the form was filled from.</summary>
    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public AmendForm Input { get; set; } = new();

    /// <summary>The row as it reads at the end of the year; null when this adds one.</summary>
    public PlanMeasure? Row { get; private set; }

    public ServicePlan Plan { get; private set; } = null!;

    public IEnumerable<Choice> Departments =>
        [new(PlanMeasure.All, new("各部門", "All departments")), .. pack.Departments.At(pack.Calendar.Today(clock.Now())).Select(d => new Choice(d.Code, d.Name))];

    public IEnumerable<Choice> Periods => Enum.GetValues<PlanPeriod>().Select(period => new Choice($"{period}", period.Title));

    public IEnumerable<Choice> Indicators => indicators.All.Select(i => new Choice(i.Code, i.Title, i.Meaning));

    public async Task<IActionResult> OnGetAsync()
    {
        if (!(await desk.YearsAsync(HttpContext.RequestAborted)).Contains(RocYear))
        {
            return NotFound();
        }

        await LoadAsync();
        if (Row is null && Plan.NextCode(PlanCode.Parent(Code)) != Code)
        {
            return NotFound();
        }

        Seen = Plan.Version;
        var tomorrow = pack.Calendar.Today(clock.Now()).PlusDays(1);
        Input = AmendForm.Of(Row, tomorrow >= Plan.FirstDay && tomorrow <= Plan.LastDay ? tomorrow : null);
        return Page();
    }

    /// <summary>What was typed stays; whoever saves again has seen that somebody else was faster.</summary>
    public async Task ShowAgainAsync()
    {
        await LoadAsync();
        Seen = Plan.Version;
        ModelState.Remove(nameof(Seen));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        await desk.AmendAsync(RocYear, Seen, Input.ToDraft(Code, Row is null), me.Actor, HttpContext.RequestAborted);
        var half = HalfYear.Of(Input.Effective!.Value).Half;
        return LocalRedirect($"~/plan?year={RocYear}&half={half}#m-{Code}");
    }

    private async Task LoadAsync()
    {
        Plan = await desk.GetAsync(RocYear, HttpContext.RequestAborted);
        Row = Plan.Row(Code, Plan.LastDay);
    }
}
