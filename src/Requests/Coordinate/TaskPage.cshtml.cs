using GridDesk.Customers;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Requests.Coordinate;

/// <summary>One task: what is asked of whom, until when, what they answered.</summary>
[Needs(Right.SeeRequests)]
internal sealed class TaskPage(TaskDesk desk, TaskAccess mayOnTasks, RequestAccess cases, OfficeDb db, StaffDirectory directory, ServiceCatalogue services, PackInForce pack, CurrentStaff staff, IClock clock) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The version that the reader was shown.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Owner { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    public TaskRow Row { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    public Units Units { get; } = new(pack);

    public Standing Standing => TaskStanding.Of(Row, pack.Calendar, clock.Now());

    public int DaysWaited => Waited.DaysOf([(Row.Task.AskedAt, Row.Task.EndedAt ?? clock.Now())], pack.Calendar);

    public Phrase ServiceName => services.Version(Row.Request.Service, Row.Request.Definition).Name;

    public string Customer => Masked.Name(Row.Request.Particulars.Name);

    public bool MayOpenCase => cases.MaySee(Row.Request);

    public bool MayGive => Row.Task.IsOpen && mayOnTasks.MayGive(Row.Task, Row.Request);

    public bool MayAnswer => Row.Task.IsOpen && mayOnTasks.MayAnswer(Row.Task, Row.Request);

    public bool MayWithdraw => Row.Task.IsOpen && mayOnTasks.MayWithdraw(Row.Request);

    /// <summary>The reader belongs to the department that is asked and does not have it yet.</summary>
    public bool MayTake => MayGive && Row.Task.Unit == staff.Department && Row.Task.Owner != $"{staff.Id}";

    private CancellationToken Cancel => HttpContext.RequestAborted;

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task ShowAgainAsync()
    {
        db.ChangeTracker.Clear();
        Row = await desk.GetAsync(Id, Cancel);
        Names = await directory.NamesAsync([.. new[] { Row.Task.Owner, Row.Task.AskedBy, Row.Task.EndedBy }.Select(IdIn).OfType<Guid>().Distinct()], Cancel);
        Colleagues = MayGive ? [.. (await directory.MembersAsync(Row.Task.Unit, Cancel)).Where(p => $"{p.Id}" != Row.Task.Owner).Select(p => new Choice($"{p.Id}", Phrase.Same(p.Name)))] : [];
    }

    [AlsoNeeds(Right.HandleRequests)]
    public Task<IActionResult> OnPostTakeAsync() => DoneAsync(desk.GiveAsync(Id, Version, $"{staff.Id}", Cancel));

    [AlsoNeeds(Right.HandleRequests)]
    public Task<IActionResult> OnPostGiveAsync() => DoneAsync(desk.GiveAsync(Id, Version, Owner, Cancel));

    [AlsoNeeds(Right.HandleRequests)]
    public Task<IActionResult> OnPostAnswerAsync() => DoneAsync(desk.AnswerAsync(Id, Version, Answer, Cancel));

    [AlsoNeeds(Right.HandleRequests)]
    public Task<IActionResult> OnPostWithdrawAsync() => DoneAsync(desk.WithdrawAsync(Id, Version, Reason, Cancel));

    public string NameOf(string? key) => IdIn(key) is { } id && Names.TryGetValue(id, out var name) ? name : key == "customer" ? Say("用戶", "the customer") : Say("系統", "the system");

    private async Task<IActionResult> DoneAsync(Task done)
    {
        await done;
        return LocalRedirect($"~/desk/tasks/{Id}?done=true");
    }

    private static Guid? IdIn(string? key) => Guid.TryParse(key?.Split(':')[^1], out var id) ? id : null;
}
