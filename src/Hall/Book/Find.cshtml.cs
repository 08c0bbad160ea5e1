using GridDesk.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Hall.Book;

/// <summary>Opens the page of a booking by its number and code.</summary>
[Public]
internal sealed class FindPage(BookingCodes codes) : PageModel
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var booking = await codes.OpenAsync(Number?.Trim(), Code, cancel);
        return LocalRedirect($"~/book/{booking.Service.ToLowerInvariant()}/{booking.Number}?code={await codes.OfAsync(booking.Id, cancel)}");
    }
}
