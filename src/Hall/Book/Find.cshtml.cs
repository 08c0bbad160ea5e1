using GridDesk.Staff;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Hall.Book;

/// <summary>Opens the page of a booking by its number and code.</summary>
[Public]
internal sealed class FindPage(BookingCodes codes) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(Number))
        {
            return Page();
        }

        try
        {
            var booking = await codes.OpenAsync(Number.Trim(), Code, cancel);
            return LocalRedirect($"~/book/{booking.Service.ToLowerInvariant()}/{booking.Number}?code={await codes.OfAsync(booking.Id, cancel)}");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("number", refusal.Reason.ToString());
            return Page();
        }
    }
}
