using GridDesk.Hall.Definition;
using GridDesk.Hall.Print;
using GridDesk.Hall.Wait;
using GridDesk.Kernel.Pack;
using GridDesk.Requests.Slip;
using GridDesk.Staff;
using GridDesk.Ui.Http;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Hall.Take;

/// <summary>
/// What the screen at the entrance shows once a number is kept or taken: take your slip; or, when none is sure to have come out, every way
/// to hold the number all the same.
/// </summary>
[Needs(Right.IssueTickets)]
internal sealed class NumberPage(TicketCodes codes, HallDesk desk, SlipPrinting slips, HallState hall, PackInForce pack, CurrentStaff me) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public string Site { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public Ticket Ticket { get; private set; } = null!;

    public KindOfTicket Kind { get; private set; } = null!;

    public Prospect? Prospect { get; private set; }

    /// <summary>Leads a telephone to the ticket.</summary>
    public QrSvg Qr { get; private set; } = null!;

    /// <summary>Null where nothing is printed.</summary>
    public PrinterDefinition? Printer { get; private set; }

    /// <summary>Until when the number is kept.</summary>
    public LocalTime KeptUntil => (Ticket.TakenAt + Ticket.KeptFor).InZone(pack.Calendar.Zone).TimeOfDay;

    public Task OnGetAsync() => ShowAgainAsync();

    /// <summary>Again, with the same number.</summary>
    public Task<IActionResult> OnPostPrintAsync() => DoAsync(async ticket =>
    {
        if (Printer is not { } printer)
        {
            throw new Refusal("hall.no-printer", "這裡沒有收據機。", "There is no printer here.");
        }

        if (ticket is { Prints: > 0, PrintProblem: null })
        {
            await desk.NothingCameAsync(ticket.Id, printer.Code, me.Actor);
            await desk.SawAsync(Site, printer.Code, PrinterCondition.Doubted, me.Actor);
        }

        return await slips.PrintAsync(ticket, printer, HttpContext.PublicRoot(), me.Actor);
    });

    /// <summary>Whatever the printer says: the visitor has the slip.</summary>
    public Task<IActionResult> OnPostHoldAsync() => DoAsync(ticket => desk.HoldAsync(ticket.Id, null, me.Actor));

    public Task<IActionResult> OnPostGiveUpAsync() => DoAsync(ticket => desk.GiveUpAsync(ticket.Id, me.Actor));

    public async Task ShowAgainAsync()
    {
        var cancel = HttpContext.RequestAborted;
        Ticket = await codes.OpenAsync(Site, Name, Code, cancel);
        Printer = PrinterBeside.Of(HttpContext, HallSettings.Of(pack, Site));
        Prospect = await hall.OfAsync(Ticket, cancel);
        Kind = HallSettings.Find(pack)!.Of(Ticket.Kind);
        Qr = QrSvg.Of($"{HttpContext.PublicRoot()}{(Languages.Current is Language.English ? "/en" : "")}{SlipWriting.PathOf(Ticket, Code!)}");
    }

    private async Task<IActionResult> DoAsync(Func<Ticket, Task<Ticket>> act)
    {
        await ShowAgainAsync();
        await act(Ticket);
        return LocalRedirect($"~/hall/{Site}/kiosk/{Name}?code={Uri.EscapeDataString(Code ?? "")}");
    }
}
