using GridDesk.Hall.Definition;
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
internal sealed class KioskBookingPage(BookingDesk desk, BookingCodes bookings, TicketCodes tickets, PackInForce pack, CurrentStaff me) : PageModel, IShowAgain
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
        var (_, ticket) = await desk.CheckInAsync(new(booking.Id, me.IsSignedIn ? me.Actor : Actor.Customer), cancel: cancel);
        return LocalRedirect($"~/hall/{Site}/tickets/{ticket.Name}?code={await tickets.OfAsync(ticket.Id, cancel)}");
    }

    public Task ShowAgainAsync()
    {
        HallSettings.Of(pack, Site);
        return Task.CompletedTask;
    }
}
