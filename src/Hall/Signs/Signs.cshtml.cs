using GridDesk.Hall.Definition;
using GridDesk.Kernel.Pack;
using GridDesk.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Hall.Signs;

/// <summary>The signs of a hall: which hang, and which do not say what is so any more.</summary>
[Needs(Right.PlanRoster, Right.CallTickets, Right.RecordInspections)]
internal sealed class SignsPage(SignDesk desk, PackInForce pack, CurrentStaff me) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Site { get; set; }

    /// <summary>One was just hung.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    public IReadOnlyList<(LiveSign Live, Sign? Hung)> Rows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var halls = HallSettings.Find(pack)?.Halls ?? [];
        Site ??= (halls.FirstOrDefault(h => h.Site == me.Site) ?? halls.FirstOrDefault())?.Site;
        Rows = Site is null ? [] : await desk.OfAsync(Site, HttpContext.RequestAborted);
    }
}
