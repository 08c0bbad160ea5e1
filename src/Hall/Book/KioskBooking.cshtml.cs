using GridDesk.Hall.Definition;
using GridDesk.Hall.Print;
using GridDesk.Hall.Take;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Staff;
using GridDesk.Ui.Http;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Hall.Book;

/// <summary>At the entrance, or on the visitor's telephone: the code of a booking becomes a ticket.</summary>
[Public]
internal sealed class KioskBookingPage(BookingDesk desk, BookingCodes bookings, TicketCodes tickets, SlipPrinting slips, PackInForce pack, CurrentStaff me) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public string Site { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var cancel = HttpContext.RequestAborted;
        await ShowAgainAsync();
        var booking = await bookings.FindAsync(Site, Code, HttpContext.CallerAddress(), cancel);
        var (ours, by) = (me.Has(Right.IssueTickets), me.IsSignedIn ? me.Actor : Actor.Customer);
        var (ticket, isNew) = await desk.ArriveAsync(new(booking.Id, by), cancel);
        if (isNew && ours && PrinterBeside.Of(HttpContext, HallSettings.Of(pack, Site)) is { } printer)
        {
            await slips.PrintAsync(ticket, printer, HttpContext.PublicRoot(), by); // it stands in the line already: the booking's code holds it
        }

        return LocalRedirect($"~/hall/{Site}/{(ours ? "kiosk" : "tickets")}/{ticket.Name}?code={await tickets.OfAsync(ticket.Id, cancel)}");
    }

    public Task ShowAgainAsync()
    {
        HallSettings.Of(pack, Site);
        return Task.CompletedTask;
    }
}
