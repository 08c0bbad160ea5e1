using GridDesk.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Requests.Handle;

/// <summary>From a number on paper to the case.</summary>
[Needs(Right.SeeRequests)]
internal sealed class ByNumberPage(RequestDesk desk) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string number) => await desk.FindAsync(number, HttpContext.RequestAborted) is { } found
        ? RedirectToPage("Case", new { id = found.Id })
        : throw new Refusal("not-found", "沒有這個號碼。請再對一次，或用查詢找。", "There is no such number. Check it once more, or use the search.");
}
