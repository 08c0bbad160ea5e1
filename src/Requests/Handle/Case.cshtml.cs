using GridDesk.Customers;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Files;
using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Coordinate;
using GridDesk.Requests.Handovers;
using GridDesk.Requests.Intake;
using GridDesk.Requests.Supply;
using GridDesk.Requests.Tell;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Staff.Access;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Requests.Handle;

/// <summary>One case: what is asked, by whom (masked until shown), the papers, the promise, what happened, and what can be done.</summary>
[Needs(Right.SeeRequests)]
internal sealed partial class CasePage(
    RequestDesk desk, RequestAccess access, SupplyDesk schedules, OfficeDb db, EventLog events, FileStore files, StaffDirectory directory, CustomerDirectory customers,
    ServiceCatalogue services, PackInForce pack, CurrentStaff staff, AccessLog looks, IEnumerable<ICasePanel> panels, IClock clock) : PageModel, IShowAgain
{
    [BindProperty]
    public CaseInput Input { get; set; } = new();

    /// <summary>Which action's form is open.</summary>
    [BindProperty(SupportsGet = true, Name = "do")]
    public string? Doing { get; set; }

    /// <summary>The action that was just done.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public Progress Progress { get; private set; } = null!;

    public ServiceRequest Case => Progress.Request;

    public ServiceDefinition Service => Progress.Service;

    public PromisePanel? Promise { get; private set; }

    /// <summary>Null for kinds without a supply schedule.</summary>
    public SupplySchedule? Supply { get; private set; }

    /// <summary>The reader pressed 顯示; the look is recorded.</summary>
    public bool IsShown { get; private set; }

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public IReadOnlyList<DocumentRow> Documents { get; private set; } = [];

    public IReadOnlyList<CaseAction> Actions { get; private set; } = [];

    public CaseAction? Open => Actions.FirstOrDefault(a => a.Code == Doing);

    public string? OwnerName { get; private set; }

    public string? TakenInByName { get; private set; }

    public CaseTasks Tasks { get; private set; } = null!;

    public KnownCustomer? Customer { get; private set; }

    /// <summary>What the call centre passed on, when the case was made of it.</summary>
    public HandoverLink? Handover { get; private set; }

    /// <summary>What the customer is still to be told by somebody.</summary>
    public DueNotice? Notice { get; private set; }

    /// <summary>What other parts of the office know of it.</summary>
    public IReadOnlyList<FilledPanel> Panels { get; private set; } = [];

    /// <summary>Who answers for the owner's work today.</summary>
    public IReadOnlyList<Colleague> Deputies { get; private set; } = [];

    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    public bool MayShow => staff.Has(Right.SeePersonalData);

    public bool MaySeeNotes => staff.Has(Right.HandleRequests);

    private CancellationToken Cancel => HttpContext.RequestAborted;

    private Guid Id => Guid.Parse((string)RouteData.Values["id"]!);

    public Task OnGetAsync() => LoadAsync();

    /// <summary>Shows who it is, after recording that somebody looked.</summary>
    [AlsoNeeds(Right.SeePersonalData)]
    public async Task OnPostShowAsync()
    {
        await LoadAsync(isShown: true);
        await looks.RecordAsync(staff.Id, Case.Key, $"/desk/requests/{Id}", Case.Name, Cancel);
        IsShown = true;
    }

    public Task ShowAgainAsync()
    {
        // A refused change may have altered what is tracked; the page shows what is stored.
        db.ChangeTracker.Clear();
        return LoadAsync();
    }

    public string Show(string value, Func<string, string> mask) => IsShown ? value : mask(value);

    public IEnumerable<(string Label, string Value, string? Item)> Answers => services.FormOf(Service).Show(Case.Particulars.Answers)
        .Select(a => ($"{a.Question.Label}", IsShown ? a.Text : Hidden.Answer(a), a.Item));

    public Phrase Department(string code) => pack.Departments.Find(code)?.Name ?? Phrase.Same(code);

    public IReadOnlyList<Department> DepartmentsNow => pack.Departments.At(pack.Calendar.Today(clock.Now()));

    private async Task LoadAsync(bool isShown = false)
    {
        var request = await desk.GetAsync(Id, Cancel);
        access.Require(request);
        var (promise, now) = (await desk.PromiseOfAsync(request, Cancel), clock.Now());
       
        Progress = Progress.Of(request, desk.ServiceOf(request), promise, pack, now);
        Promise = promise is null ? null : PromisePanel.Of(promise, request.Outcome, pack.Calendar, now);
        Supply = request.Number is null ? null : await schedules.OfAsync(request.Id, Cancel);
        Actions = CaseAction.For(request, promise, staff.Rights);
        Tasks = await CaseTasks.OfAsync(db, request, pack, now, Cancel);
        Documents = await DocumentRow.OfAsync(db, request, Service, Cancel);
        Customer = MayShow ? await customers.OfAccountAsync(request.Particulars.ElectricityNumber, Cancel) : null;
        Notice = await db.ToTellAsync(request, Cancel);
        Deputies = StaffHistory.IdIn(request.Owner) is { } owner ? await directory.DeputiesAsync(owner, now, Cancel) : [];
        Handover = await db.Handovers.Where(h => h.Request == request.Id).Select(h => new HandoverLink(h.Id, h.Number)).SingleOrDefaultAsync(Cancel);
        if (Doing == "assign")
        {
            Colleagues = await ColleaguesAsync(request.Department);
        }

        List<FilledPanel> known = [];
        foreach (var panel in panels)
        {
            known.Add(new(panel.Title, panel.Empty, await panel.OfAsync(request.Key, isShown, Cancel), panel.LinkOf(request.Id, request.Number is not null && request.Status != RequestStatus.Closed)));
        }

        Panels = known;

        await LoadHistoryAsync(request);
    }

    // Everybody who handles cases, those of the case's department first.
    private async Task<IReadOnlyList<Colleague>> ColleaguesAsync(string department)
    {
        List<Colleague> people = [];
        foreach (var role in new[] { Role.Handler, Role.Clerk, Role.Supervisor })
        {
            people.AddRange(await directory.InRoleAsync(role, Cancel));
        }

        return [.. people.DistinctBy(p => p.Id).OrderBy(p => p.Department != department).ThenBy(p => p.Department, StringComparer.Ordinal).ThenBy(p => p.Name, StringComparer.Ordinal)];
    }

    private async Task LoadHistoryAsync(ServiceRequest request)
    {
        var happenings = await events.HistoryAsync(request.Key, Cancel);
        var notes = MaySeeNotes ? await db.RequestNotes.AsNoTracking().Where(n => n.Request == request.Id).ToListAsync(Cancel) : [];
        var names = await directory.NamesAsync([.. StaffHistory.PeopleIn(happenings).Concat(new[] { StaffHistory.IdIn(request.Owner), StaffHistory.IdIn(request.TakenInBy) }.OfType<Guid>()).Distinct()], Cancel);
        History = new StaffHistory(Service, new Units(pack), names, notes).Of(happenings);
        OwnerName = StaffHistory.IdIn(request.Owner) is { } owner ? names.GetValueOrDefault(owner) : null;
        TakenInByName = StaffHistory.IdIn(request.TakenInBy) is { } by ? names.GetValueOrDefault(by) : null;
    }
}
