using GridDesk.Customers;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Handle;
using GridDesk.Requests.Intake;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Staff.Access;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Requests.Handovers;

/// <summary>One hand-over: what the customer wants (hidden until shown), its own clock, what happened, and what can be done.</summary>
[Needs(Right.SeeRequests)]
internal sealed partial class HandoverPage(
    HandoverDesk desk, HandoverAccess access, IntakeDrafts drafts, OfficeDb db, EventLog events, StaffDirectory directory,
    ServiceCatalogue services, PackInForce pack, CurrentStaff staff, AccessLog looks, IClock clock) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Which action's form is open.</summary>
    [BindProperty(SupportsGet = true, Name = "do")]
    public string? Doing { get; set; }

    /// <summary>The action that was just done.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public Handover Handover { get; private set; } = null!;

    public PromisePanel Promise { get; private set; } = null!;

    /// <summary>The limit is the office's own and not confirmed yet.</summary>
    public bool IsUnconfirmed { get; private set; }

    /// <summary>The reader pressed 顯示; the look is recorded.</summary>
    public bool IsShown { get; private set; }

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public string? HandlerName { get; private set; }

    /// <summary>Number of the request that it became.</summary>
    public string? RequestName { get; private set; }

    public Phrase Kind => HandoverWords.KindOf(pack, Handover.Kind);

    public Phrase Department => pack.Departments.Find(Handover.Department)?.Name ?? Phrase.Same(Handover.Department);

    public bool MayShow => staff.Has(Right.SeePersonalData);

    public bool MayHandle => staff.Has(Right.HandleRequests);

    public HandoverAction? Open => Actions.FirstOrDefault(a => a.Code == Doing);

    public IReadOnlyList<HandoverAction> Actions => MayHandle ? HandoverAction.For(Handover, MayShow && staff.Has(Right.FileRequests)) : [];

    private CancellationToken Cancel => HttpContext.RequestAborted;

    public Task OnGetAsync() => ShowAgainAsync();

    /// <summary>Shows who it is and what they want, after recording that somebody looked.</summary>
    [AlsoNeeds(Right.SeePersonalData)]
    public async Task OnPostShowAsync()
    {
        await ShowAgainAsync();
        await looks.RecordAsync(staff.Id, Handover.Key, $"/desk/handovers/{Id}", Handover.Number, Cancel);
        IsShown = true;
    }

    public async Task ShowAgainAsync()
    {
        // A refused change may have altered what is tracked; the page shows what is stored.
        db.ChangeTracker.Clear();
        Handover = await desk.GetAsync(Id, Cancel);
        access.Require(Handover);
        var promise = await desk.PromiseOfAsync(Handover, Cancel);
        (Promise, IsUnconfirmed) = (PanelOf(promise), promise.Policy.NormGrade == Grade.C);
        var happenings = await events.HistoryAsync(Handover.Key, Cancel);
        var names = await directory.NamesAsync([.. HandoverWords.PeopleIn(happenings).Distinct()], Cancel);
        History = HandoverWords.History(happenings, names);
        HandlerName = StaffHistory.IdIn(Handover.Handler) is { } handler ? names.GetValueOrDefault(handler) : null;
        RequestName = Handover.Request is { } request ? await db.Requests.Where(r => r.Id == request).Select(r => r.Number ?? r.Slip).SingleOrDefaultAsync(Cancel) : null;
        People = Doing == "accept" ? await PeopleAsync() : [];
    }

    public string Show(string value, Func<string, string> mask) => IsShown ? value : mask(value);

    // Kept to the hour, unlike a request, which is kept to the day that the customer was told.
    private PromisePanel PanelOf(Promise promise)
    {
        var panel = PromisePanel.Of(promise, null, pack.Calendar, clock.Now());
        var standing = Handover.IsOpen ? panel.Standing
            : new Standing(Handover.InTime == false ? "late" : "done", Handover.InTime == false ? new($"{Handover.State.Title.Zh}，逾期", $"{Handover.State.Title.En}, late") : Handover.State.Title, null);
        return panel with { Standing = standing, View = panel.View is { } view ? view with { StatusKind = standing.Kind, StatusText = standing.Text } : null };
    }

    private async Task<IReadOnlyList<Choice>> PeopleAsync()
    {
        var here = (await directory.MembersAsync(Handover.Department, Cancel)).Where(p => p.Id != staff.Id && p.Roles.Any(r => r is Role.Clerk or Role.Handler or Role.Supervisor));
        return [new($"{staff.Id}", new($"我（{staff.Name}）", $"Me ({staff.Name})")), .. here.OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => new Choice($"{p.Id}", Phrase.Same(p.Name)))];
    }
}
