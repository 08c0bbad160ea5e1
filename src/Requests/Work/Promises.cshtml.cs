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

namespace GridDesk.Requests.Work;

/// <summary>Every open promise that the reader may see, first due first.</summary>
[Needs(Right.SeeRequests)]
internal sealed partial class PromisesPage(OfficeDb db, PromiseList list, RequestDesk desk, RequestAccess access, StaffDirectory directory, ServiceCatalogue services, PackInForce pack, CurrentStaff staff, CaseWords words, IClock clock) : PageModel, IShowAgain
{
    private const int PageSize = 50;

    public PromiseFilter Filter { get; private set; } = new();

    public IReadOnlyList<CaseRow> Rows { get; private set; } = [];

    /// <summary>Up to <see cref="PromiseList.CountedUpTo"/>, or one more.</summary>
    public int Count { get; private set; }

    public bool HasMoreThanCounted => Count > PromiseList.CountedUpTo;

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public string? Next { get; private set; }

    public string? First { get; private set; }

    public CaseWords Words => words;

    public bool SeesAll => staff.Has(Right.SeeAllRequests);

    public IReadOnlyList<Department> Departments => pack.Departments.At(pack.Calendar.Today(clock.Now()));

    public IReadOnlyList<ServiceDefinition> Services => services.At(pack.Calendar.Today(clock.Now()));

    public IReadOnlyList<Colleague> Owners { get; private set; } = [];

    /// <summary>Whom the reader stands in for, wherever they work.</summary>
    public IReadOnlyDictionary<Guid, string> Away { get; private set; } = new Dictionary<Guid, string>();

    public static IReadOnlyList<Choice> Lights { get; } =
    [
        new("late", new("已逾期", "Overdue")), new("today", new("今天到期", "Due today")), new("ok", new("還沒到期", "In time")),
        new("wait", new("時鐘暫停", "Clock stopped")), new("none", new("沒有期限", "No limit")),
    ];

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Task OnGetAsync([FromQuery] PromiseFilter filter)
    {
        Filter = filter;
        return ShowAgainAsync();
    }

    public async Task ShowAgainAsync()
    {
        var (cancel, filter, after) = (HttpContext.RequestAborted, Filter, After);
        Count = await list.CountAsync(filter, cancel);
        (Rows, var hasMore) = await list.PageAsync(filter, after, PageSize, cancel);
        Next = hasMore ? $"~/desk/promises{filter.Query(after: filter.KeyOf(Rows[^1]))}" : null;
        First = string.IsNullOrEmpty(after) ? null : $"~/desk/promises{filter.Query()}";
        Names = await directory.NamesAsync([.. Rows.Select(r => Guid.TryParse(r.Owner, out var id) ? id : Guid.Empty).Distinct()], cancel);
        Owners = await OwnersAsync(filter, cancel);
        Away = staff.StandsInFor.Count == 0 ? Away : await directory.NamesAsync([.. staff.StandsInFor.Select(Guid.Parse)], cancel);
    }

    /// <summary>The reader answers for this case while its owner is away.</summary>
    public bool IsInPlace(CaseRow row) => row.Owner is { } owner && staff.StandsInFor.Contains(owner);

    private Task<IReadOnlyList<Colleague>> OwnersAsync(PromiseFilter filter, CancellationToken cancel) =>
        directory.MembersAsync(string.IsNullOrEmpty(filter.Department) ? staff.Department : filter.Department, cancel);

    public string OwnerOf(CaseRow row) => Guid.TryParse(row.Owner, out var id) && Names.TryGetValue(id, out var name) ? name : Say("還沒有人", "nobody yet");
}
