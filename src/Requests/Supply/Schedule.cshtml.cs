using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Figures;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Requests.Supply;

/// <summary>The supply schedule of one case: planned, expected and done, and what can be recorded about it.</summary>
[Needs(Right.SeeRequests)]
internal sealed class SchedulePage(OfficeDb db, SupplyDesk desk, StaffDirectory directory, ServiceCatalogue services, PackInForce pack, CurrentStaff staff, IClock clock) : PageModel, IShowAgain
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Which form is open: <c>reach</c>, <c>delay</c> or <c>wish</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "do")]
    public string? Doing { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    public SupplyRow Row { get; private set; } = null!;

    public SupplySchedule Schedule => Row.Schedule;

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public LocalDate Today => pack.Calendar.Today(clock.Now());

    public WorkCalendar Calendar => pack.Calendar;

    public bool MayChange => staff.Has(Right.HandleRequests) && Row.Request is not { Status: RequestStatus.Closed, Outcome: not Outcome.Done };

    public bool IsOn => Schedule.PoweredOn is not null;

    /// <summary>The days are the office's own setting that nobody has confirmed.</summary>
    public bool ToBeConfirmed => Templates.Version(Schedule.Service, Schedule.Template)?.Grade is Grade.C;

    public Phrase Service => services.Version(Row.Request.Service, Row.Request.Definition).Name;

    /// <summary>The stage that is open, and those that can be put right.</summary>
    public IEnumerable<Choice> Reachable => Schedule.Stages.Skip(1).Where(s => s.Actual is not null || s.Code == Schedule.Next?.Code).Select(s => new Choice(s.Code, NameOf(s.Code)));

    public IEnumerable<Choice> OpenStages => Schedule.Stages.Where(s => s.Actual is null).Select(s => new Choice(s.Code, NameOf(s.Code)));

    public static IEnumerable<Choice> Causes => Enum.GetValues<SupplyCause>().Select(cause => new Choice($"{cause}", cause.Title));

    public IReadOnlyList<ScheduleBar> Bars => [.. Schedule.Stages.Zip(Schedule.Stages.Skip(1), (before, stage) => new ScheduleBar(
        NameOf(stage.Code), before.Planned, stage.Planned, before.Actual, stage.Actual, stage.Expected))];

    private SupplyTemplates Templates => pack.Of(SupplyTemplates.Of);

    private CancellationToken Cancel => HttpContext.RequestAborted;

    private string Id => (string)RouteData.Values["id"]!;

    private SupplyDesk.Change Change => new(Row.Request.Id, Input.Version, staff.Actor);

    public async Task OnGetAsync()
    {
        await ShowAgainAsync();
        Input.Stage = Schedule.Next?.Code ?? Schedule.Stages[^1].Code;
    }

    public async Task ShowAgainAsync()
    {
        // A refused change may have altered what is tracked; the page shows what is stored.
        db.ChangeTracker.Clear();
        Row = await desk.GetAsync(Id, Cancel);
        Names = await directory.NamesAsync([.. Schedule.Stages.Select(s => s.By).Concat(Schedule.Delays.Select(d => d.By)).Select(Handle.StaffHistory.IdIn).OfType<Guid>().Distinct()], Cancel);
    }

    /// <summary>Carries out what the open form asks for.</summary>
    [AlsoNeeds(Right.HandleRequests)]
    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAgainAsync();
        await (Doing switch
        {
            "reach" => desk.ReachAsync(Change, Input.Stage, Input.Day, Input.Cause, Cancel),
            "delay" => desk.DelayAsync(Change, Input.Stage, Input.Cause, Input.Recovery, Input.Day, Cancel),
            "wish" => desk.AskAsync(Change, Input.Day, Cancel),
            _ => throw new Refusal("not-found", "沒有這個動作。", "There is no such action."),
        });
        return LocalRedirect($"~/desk/supply/{Row.Request.Id}?done=true");
    }

    public Phrase NameOf(string stage) => Templates.NameOf(Schedule, stage);

    public string Who(string? by) => Handle.StaffHistory.IdIn(by) is { } id && Names.TryGetValue(id, out var name) ? name : by == "customer" ? Languages.Say("用戶", "the customer") : Languages.Say("系統", "the system");

    internal sealed class Form
    {
        /// <summary>The version of the schedule that was shown.</summary>
        public int Version { get; set; }

        public string? Stage { get; set; }

        public LocalDate? Day { get; set; }

        public SupplyCause? Cause { get; set; }

        public string? Recovery { get; set; }
    }
}
