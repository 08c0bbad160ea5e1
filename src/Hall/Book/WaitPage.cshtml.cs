using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Hall.Book;

/// <summary>Where somebody stands on the wait list, and the time that is kept for them.</summary>
[Public]
internal sealed class WaitPage(BookingDesk desk, BookingCodes codes, FreeTimes times, ServiceCatalogue services, PackInForce pack) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public Waiting Waiting { get; private set; } = null!;

    public Phrase ServiceName { get; private set; } = null!;

    public Phrase PlaceName => times.NameOf(Waiting.Place);

    /// <summary>Of the booking that would be moved; null when they have none.</summary>
    public string? BookingHref { get; private set; }

    public string Here => $"~/book/waits/{Id}?code={Uri.EscapeDataString(Code ?? "")}";

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task<IActionResult> OnPostTakeAsync(CancellationToken cancel)
    {
        await ShowAgainAsync();
        var booking = await desk.TakeOfferAsync(Id, Actor.Customer, cancel);
        return LocalRedirect($"~/book/{booking.Service.ToLowerInvariant()}/{booking.Number}?code={await codes.OfAsync(booking.Id, cancel)}&done={(Waiting.Booking is null ? "book" : "move")}");
    }

    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken cancel)
    {
        await ShowAgainAsync();
        await desk.LeaveAsync(Id, WaitEnd.Left, Actor.Customer, cancel);
        return LocalRedirect(Here);
    }

    public async Task ShowAgainAsync()
    {
        Waiting = await codes.OpenWaitAsync(Id, Code, HttpContext.RequestAborted);
        BookingHref = Waiting.Booking is { } own && await desk.GetAsync(own, HttpContext.RequestAborted) is { } booking ? $"~/book/{booking.Service.ToLowerInvariant()}/{booking.Number}?code={await codes.OfAsync(own, HttpContext.RequestAborted)}" : null;
        ServiceName = services.FindOrOldest(Waiting.Service, pack.Calendar.Today(Waiting.ListedAt))?.Name ?? Phrase.Same(Waiting.Service);
    }

    public LocalDateTime LocalOf(Instant at) => at.InZone(pack.Calendar.Zone).LocalDateTime;
}
