using GridDesk.Kernel.Data;
using GridDesk.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Notices.Mass;

/// <summary>What thousands were told of, the newest first.</summary>
[Needs(Right.TellMany)]
internal sealed class MassNoticesPage(OfficeDb db) : PageModel
{
    private const int Shown = 50;

    [BindProperty(Name = "p", SupportsGet = true)]
    public int Number { get; set; } = 1;

    public IReadOnlyList<MassNotice> Notices { get; private set; } = [];

    public string? Newer { get; private set; }

    public string? Older { get; private set; }

    public async Task OnGetAsync()
    {
        var number = Math.Clamp(Number, 1, 10_000);
        var found = await db.MassNotices.AsNoTracking().OrderByDescending(n => n.PlannedAt).ThenBy(n => n.Id).Skip((number - 1) * Shown).Take(Shown + 1).ToListAsync(HttpContext.RequestAborted);
        Notices = [.. found.Take(Shown)];
        Newer = number > 1 ? $"~/desk/mass-notices?p={number - 1}" : null;
        Older = found.Count > Shown ? $"~/desk/mass-notices?p={number + 1}" : null;
    }
}
