using GridDesk.Staff;
using GridDesk.Ui.Figures;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Requests.Work;

/// <summary>How much each department has to do; never who in it.</summary>
[Needs(Right.SeeRequests)]
internal sealed class LoadPage(Workload workload, CaseWords words) : PageModel
{
    public IReadOnlyList<DepartmentLoad> Rows { get; private set; } = [];

    public DepartmentLoad? All { get; private set; }

    public IReadOnlyList<ChartPoint> Points =>
        [.. Rows.Where(row => row.Open > 0).Select(row => new ChartPoint(words.Department(row.Department), row.Open, new($"逾期 {row.Overdue}", $"{row.Overdue} late")))];

    public CaseWords Words => words;

    public async Task OnGetAsync() => (Rows, All) = await workload.ReadAsync(HttpContext.RequestAborted);
}
