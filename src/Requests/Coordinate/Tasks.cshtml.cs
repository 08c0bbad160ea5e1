using GridDesk.Customers;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Ui.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Requests.Coordinate;

/// <summary>What the reader's department is asked for, and what the reader's cases wait for.</summary>
[Needs(Right.SeeRequests)]
internal sealed class TasksPage(TaskDesk desk, StaffDirectory directory, ServiceCatalogue services, PackInForce pack, CurrentStaff staff, IClock clock) : PageModel
{
    private const int PageSize = 50;

    public TaskFilter Filter { get; private set; } = new();

    public IReadOnlyList<TaskRow> Rows { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public string? Next { get; private set; }

    public string? First { get; private set; }

    public Units Units { get; } = new(pack);

    public static IReadOnlyList<Choice> States { get; } = [new("", new("還沒答復", "Open")), new("overdue", new("已逾期", "Overdue")), new("ended", new("答復或撤回了", "Ended")), new("all", new("全部", "All"))];

    public static IReadOnlyList<Choice> Sides { get; } = [new("", new("全部", "All")), new("us", new("請我們部門的", "Asked of our department")), new("me", new("我請的", "Asked by me"))];

    public IReadOnlyList<Choice> Asked =>
    [
        .. pack.Departments.At(pack.Calendar.Today(clock.Now())).Select(d => new Choice(TaskToAsk.Of(d), d.Name)),
        .. (pack.Office.Agencies ?? []).Select(a => new Choice(TaskToAsk.Of(a), a.Name)),
    ];

    public async Task OnGetAsync([FromQuery] TaskFilter filter, string? after)
    {
        var cancel = HttpContext.RequestAborted;
        Filter = filter;
        var found = await filter.Narrow(desk.Register, staff.Actor.Key, staff.Department, clock.Now(), after).Take(PageSize + 1).ToListAsync(cancel);
        Rows = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? $"~/desk/tasks{filter.Query(filter.KeyOf(Rows[^1]))}" : null;
        First = string.IsNullOrEmpty(after) ? null : $"~/desk/tasks{filter.Query()}";
        Names = await directory.NamesAsync([.. Rows.Select(row => Guid.TryParse(row.Task.Owner, out var id) ? id : Guid.Empty).Distinct()], cancel);
    }

    public Standing Standing(TaskRow row) => TaskStanding.Of(row, pack.Calendar, clock.Now());

    public int DaysWaited(TaskRow row) => Waited.DaysOf([(row.Task.AskedAt, row.Task.EndedAt ?? clock.Now())], pack.Calendar);

    public Phrase ServiceOf(TaskRow row) => services.Version(row.Request.Service, row.Request.Definition).Name;

    public static string CustomerOf(TaskRow row) => Masked.Name(row.Request.Particulars.Name);

    public string OwnerOf(TaskRow row) => row.Task.IsAgency ? Say("案件承辦人跟催", "whoever has the case")
        : Guid.TryParse(row.Task.Owner, out var id) && Names.TryGetValue(id, out var name) ? name : Say("還沒有人", "nobody yet");
}
