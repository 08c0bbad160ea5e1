using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Ui.Figures;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Requests.Shadow;

/// <summary>What became of one register: how many were late, where, when and why, and what the old system thought.</summary>
[Needs(Right.AmendPlan, Right.ManagePack)]
internal sealed class ShadowResultPage(OfficeDb db, ShadowDesk desk, ServiceCatalogue services, PackInForce pack, CurrentStaff staff) : PageModel
{
    public const int MostLines = 15;
    public const int MostBroken = 20;

    private const int PageSize = 50;

    public ShadowImport Import { get; private set; } = null!;

    public ShadowFigures Figures { get; private set; } = null!;

    public ShadowFilter Filter { get; private set; } = new();

    public IReadOnlyList<ShadowCase> Rows { get; private set; } = [];

    public IReadOnlyList<ShadowBrokenRow> Broken { get; private set; } = [];

    public string? Next { get; private set; }

    public string? First { get; private set; }

    public ShadowNames Names { get; } = new(services, pack);

    public IReadOnlyList<ChartPoint> Months => [.. Figures.Months.Select(month => new ChartPoint(
        new($"{RocDate.YearOf(month.Key)}/{month.Key.Month}", $"{month.Key.Year}/{month.Key.Month}"), month.Late, new($"共 {month.Judged:#,0}", $"of {month.Judged:#,0}")))];

    public async Task OnGetAsync(Guid id, [FromQuery] ShadowFilter filter, string? after)
    {
        var cancel = HttpContext.RequestAborted;
        Import = await desk.GetAsync(id, cancel);
        Filter = filter;
        if (Import.IsRunning)
        {
            // No script is needed to see how far it has come.
            Response.Headers["Refresh"] = "3";
        }

        Figures = await ShadowFigures.OfAsync(db, id, cancel);
        var found = await filter.Narrow(db.ShadowCases.AsNoTracking().Where(c => c.Import == id), after).Take(PageSize + 1).ToListAsync(cancel);
        Rows = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? $"~/desk/shadow/{id}{filter.Query(ShadowFilter.After(Rows[^1]))}#cases" : null;
        First = string.IsNullOrEmpty(after) ? null : $"~/desk/shadow/{id}{filter.Query()}#cases";
        Broken = await db.ShadowBrokenRows.AsNoTracking().Where(b => b.Import == id).OrderBy(b => b.Place).Take(MostBroken).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id)
    {
        await desk.RemoveAsync(id, staff.Actor, HttpContext.RequestAborted);
        return LocalRedirect("~/desk/shadow?removed=true");
    }

    /// <summary>3 個工作日, 3 working days; of less than one, that it was the same day.</summary>
    public static Phrase DaysText(ShadowCase row) => !row.Verdict.IsLate ? Phrase.Same("")
        : row.LateBy == 0 ? new("不到 1 個工作日", "less than 1 working day") : new($"{row.LateBy:#,0} 個工作日", row.LateBy == 1 ? "1 working day" : $"{row.LateBy:#,0} working days");

    public static Phrase? Why(ShadowCase row) => row.Verdict.IsLate ? row.Cause?.Title : row.Difference?.WhySaidLate;

    public static string Mark(ShadowCase row) => row.Verdict switch { Verdict.Late or Verdict.NeverAnswered => "late", Verdict.InTime => "ok", Verdict.Waiting => "wait", _ => "none" };
}
