using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Ui.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Requests.Supply;

/// <summary>What the control meeting goes through: the applications that wait for power, and what came of the others.</summary>
[Needs(Right.SeeRequests)]
internal sealed class SupplyPage(OfficeDb db, EventLog events, SupplyDesk desk, ServiceCatalogue services, PackInForce pack, CurrentStaff staff, IClock clock) : PageModel
{
    private const int PageSize = 50;

    public SupplyFilter Filter { get; private set; } = new();

    public IReadOnlyList<SupplyRow> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public int LateCount { get; private set; }

    public SupplyFigures Figures { get; private set; } = null!;

    public HalfYear Half => HalfYear.Of(Today);

    public string? Next { get; private set; }

    public string? First { get; private set; }

    public LocalDate Today => pack.Calendar.Today(clock.Now());

    public WorkCalendar Calendar => pack.Calendar;

    public bool SeesAll => staff.Has(Right.SeeAllRequests);

    public IReadOnlyList<Department> Departments => pack.Departments.At(Today);

    public static IReadOnlyList<Choice> States { get; } =
    [
        new("late", new("已晚", "Late")), new("ok", new("照日程", "On schedule")), new("wait", new("等用戶或時鐘停著", "Waiting")), new("done", new("已送電", "Power on")),
    ];

    /// <summary>The kinds that have a schedule.</summary>
    public IReadOnlyList<(string Code, Phrase Name)> Kinds => [.. pack.Of(SupplyTemplates.Of).All.Select(t => t.Code).Distinct().Select(code => (code, NameOf(code)))];

    public async Task OnGetAsync([FromQuery] SupplyFilter filter, string? after)
    {
        var cancel = HttpContext.RequestAborted;
        Filter = filter;
        var asked = filter.Narrow(desk.Seen, Today);
        Count = await asked.CountAsync(cancel);
        LateCount = await (filter with { State = "late" }).Narrow(desk.Seen, Today).CountAsync(cancel);
        var found = await filter.Order(asked, after).Take(PageSize + 1).ToListAsync(cancel);
        Rows = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? $"~/desk/supply{filter.Query(filter.KeyOf(Rows[^1]))}" : null;
        First = string.IsNullOrEmpty(after) ? null : $"~/desk/supply{filter.Query()}";
        Figures = await SupplyFigures.OfAsync(db, events, Half, pack.Calendar.Zone, cancel);
    }

    public Phrase NameOf(string service) => services.Find(service, Today)?.Name ?? Phrase.Same(service);

    public Phrase StageOf(SupplyRow row) => row.Schedule.Next is { } next ? pack.Of(SupplyTemplates.Of).NameOf(row.Schedule, next.Code) : new("已送電", "Power on");

    public Phrase DepartmentOf(SupplyRow row) => pack.Departments.Find(row.Request.Department)?.Name ?? Phrase.Same(row.Request.Department);
}
