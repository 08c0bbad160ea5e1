using System.Globalization;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Plan.Assess.Report;
using GridDesk.Staff;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Plan.Assess;

/// <summary>The head's page: how the half-year stands, what is late, what has no evidence; freeze, report, post.</summary>
[Needs(Right.SeePlan)]
internal sealed class AssessmentPage(AssessDesk desk, PlanDesk plans, MakeReport make, ReportFiles reports, PackInForce pack, StaffDirectory staff, CurrentStaff me, IClock clock) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    /// <summary>The version that the person saw.</summary>
    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public string? To { get; set; }

    public HalfYear Half { get; private set; } = null!;

    /// <summary>Null before it has begun.</summary>
    public SelfAssessment? It { get; private set; }

    /// <summary>The name of whoever froze it; null before that.</summary>
    public string? FrozenBy { get; private set; }

    public ServicePlan Plan { get; private set; } = null!;

    /// <summary>As frozen, or as it would be today.</summary>
    public AssessmentReport Report { get; private set; } = null!;

    public IReadOnlyList<PartStanding> Parts { get; private set; } = [];

    public IReadOnlyList<AssessmentDuty> Duties { get; private set; } = [];

    /// <summary>Every half-year that has a plan, oldest first.</summary>
    public IReadOnlyList<HalfYear> Halves { get; private set; } = [];

    public LocalDate Today { get; } = pack.Calendar.Today(clock.Now());

    public bool Keeps => me.Has(Right.AmendPlan);

    public bool IsOver => Today > Half.Until;

    public string? Own => Parts.Any(p => p.Department == me.Department) && me.Has(Right.AnswerAssessment) ? me.Department : null;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Seen = It?.Version ?? 0;
    }

    public async Task ShowAgainAsync()
    {
        await LoadAsync();
        Seen = It?.Version ?? 0;
        ModelState.Remove(nameof(Seen));
    }

    [AlsoNeeds(Right.AmendPlan)]
    public async Task<IActionResult> OnPostAsync(string act)
    {
        var cancel = HttpContext.RequestAborted;
        Half = HalfName.Read(Name);
        switch (act)
        {
            case "freeze":
                await desk.FreezeAsync(Half, Seen, me.Actor, cancel);
                break;
            case "report":
                await desk.ReportAsync(Half, Seen, To, await reports.KeepAsync(Half, Request.Home, cancel), me.Actor, cancel);
                break;
            case "post":
                await desk.PostAsync(Half, Seen, $"{Request.Home}/plan/{Half.RocYear}/{Half.Half}", me.Actor, cancel);
                break;
            default:
                return BadRequest();
        }

        return LocalRedirect($"~/desk/assessments/{Name}");
    }

    private async Task LoadAsync()
    {
        var cancel = HttpContext.RequestAborted;
        var (years, half) = (await plans.YearsAsync(cancel), HalfName.Read(Name));
        (Half, Plan, It) = (half, await plans.GetAsync(half.RocYear, cancel), await desk.FindAsync(half, cancel));
        FrozenBy = await staff.NameAsync(It?.FrozenBy, cancel);
        Halves = [.. years.SelectMany(y => new[] { new HalfYear(y, 1), new HalfYear(y, 2) })];
        Report = It?.Body is { } body ? AssessmentReport.Read(body) : await make.AsOfAsync(half, clock.Now(), cancel: cancel);
        var rules = Plan.Definition.Assessment;
        Parts = It is null ? [] : PartStanding.Of(It, Report, rules.AnswersBy(half), pack);
        Duties = AssessmentDuty.Of(rules, half, It, pack.Calendar, Today);
    }
}

/// <summary>108-1 in an address.</summary>
internal static class HalfName
{
    /// <exception cref="Refusal">Code <c>not-found</c>.</exception>
    public static HalfYear Read(string name) =>
        name.Split('-') is [var year, var half] && (half is "1" or "2") && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && y is >= 1 and <= 288
            ? new(y, half == "1" ? 1 : 2)
            : throw new Refusal("not-found", "沒有這個半年，像 108-1 才對。", "There is no such half-year; one reads like 108-1.");
}
