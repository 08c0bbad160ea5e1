using GridDesk.Hall.Definition;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Hall.Print;

/// <summary>The hall's receipt printers, and numbers whose slips may lie in somebody's hand though they stand in no line.</summary>
[Needs(Right.IssueTickets, Right.CallTickets)]
internal sealed class PrintersPage(OfficeDb db, HallDesk desk, PrinterReading reading, PackInForce pack, CurrentStaff me, IClock clock) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public string? Site { get; set; }

    /// <summary>Code of a printer, or name of a ticket.</summary>
    [BindProperty]
    public string? What { get; set; }

    public IReadOnlyList<PrinterNow> Printers { get; private set; } = [];

    public IReadOnlyList<Ticket> Unclaimed { get; private set; } = [];

    public Task OnGetAsync() => ShowAgainAsync();

    /// <summary>Somebody looked at a printer that was doubted.</summary>
    public async Task<IActionResult> OnPostMendedAsync()
    {
        await desk.MendedAsync(Site ?? "", What ?? "", me.Actor);
        return Back();
    }

    /// <summary>Somebody in the hall holds the number.</summary>
    public async Task<IActionResult> OnPostHoldAsync(CancellationToken cancel)
    {
        var day = pack.Calendar.Today(clock.Now());
        var id = await db.Tickets.Where(t => t.Site == Site && t.Day == day && t.Name == What).Select(t => (Guid?)t.Id).SingleOrDefaultAsync(cancel);
        await desk.HoldAsync(id ?? throw new Refusal("not-found", $"今天沒有 {What} 號。", $"There is no ticket {What} today."), null, me.Actor, cancel);
        return Back();
    }

    public async Task ShowAgainAsync()
    {
        Site = HallSettings.Find(pack)?.Halls.FirstOrDefault(h => h.Site == (Site ?? me.Site))?.Site ?? HallSettings.Find(pack)?.Halls.FirstOrDefault()?.Site ?? throw new Refusal("not-found", "本處沒有叫號的營業廳。", "The office has no hall.");
        (Printers, Unclaimed) = (await reading.PrintersAsync(Site, HttpContext.RequestAborted), await reading.UnclaimedAsync(Site, HttpContext.RequestAborted));
    }

    private LocalRedirectResult Back() => LocalRedirect($"~/desk/printers?site={Uri.EscapeDataString(Site ?? "")}");
}
