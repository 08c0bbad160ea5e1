using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Work;
using GridDesk.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Requests.Chasing;

/// <summary>What the reader has to answer, and the register: who was chased, when, and what they said.</summary>
[Needs(Right.SeeRequests)]
internal sealed class ChasesPage(ChaseDesk desk, StaffDirectory directory, PackInForce pack, CurrentStaff staff, CaseWords words, IClock clock) : PageModel
{
    private const int PageSize = 50;

    public ChaseFilter Filter { get; private set; } = new();

    public IReadOnlyList<ChaseRow> Mine { get; private set; } = [];

    public IReadOnlyList<ChaseRow> Rows { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public string? Next { get; private set; }

    public string? First { get; private set; }

    [BindProperty(SupportsGet = true)]
    public bool Answered { get; set; }

    public CaseWords Words => words;

    public bool SeesAll => staff.Has(Right.SeeAllRequests);

    public IReadOnlyList<Department> Departments => pack.Departments.At(pack.Calendar.Today(clock.Now()));

    public async Task OnGetAsync([FromQuery] ChaseFilter filter, string? after)
    {
        var cancel = HttpContext.RequestAborted;
        Filter = filter;
        Mine = await desk.MineAsync(cancel);
        var found = await filter.Narrow(desk.Register, after).Take(PageSize + 1).ToListAsync(cancel);
        Rows = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? $"~/desk/chase{filter.Query($"{Rows[^1].Chase.Id}")}" : null;
        First = string.IsNullOrEmpty(after) ? null : $"~/desk/chase{filter.Query()}";
        Names = await directory.NamesAsync([.. Rows.Concat(Mine).Select(row => row.Chase.Person).OfType<Guid>().Distinct()], cancel);
    }

    public string Who(ChaseRow row) => row.Chase.Person is { } id && Names.TryGetValue(id, out var name) ? name : Say("部門裡沒有人", "nobody in the department");

    /// <summary>As it stands now: what has passed its day is late, whatever the chase said.</summary>
    public string Mark(ChaseRow row) => row.Chase.DueAt < clock.Now() ? "late" : row.Chase.Rung.Mark;

    /// <summary>Chased in somebody's place.</summary>
    public bool IsDeputy(ChaseRow row) => row.Chase.Person != staff.Id;
}
