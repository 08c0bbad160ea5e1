using GridDesk.Kernel.Data;
using GridDesk.Staff;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Requests.Procedures;

/// <summary>What was made simpler, latest first, and what it brought.</summary>
[Needs(Right.SeePlan)]
internal sealed class ProceduresPage(OfficeDb db, ProcedureDesk desk, CurrentStaff staff) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<Simplification> Rows { get; private set; } = [];

    public ProcedureDesk Desk => desk;

    public bool MayRecord => staff.Has(Right.AmendPlan);

    public async Task OnGetAsync() =>
        Rows = await db.Simplifications.AsNoTracking().OrderByDescending(e => e.From).ThenByDescending(e => e.Id).Take(Most).ToListAsync(HttpContext.RequestAborted);
}
