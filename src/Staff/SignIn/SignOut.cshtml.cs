using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Staff.SignIn;

[Public]
internal sealed class SignOutPage : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await StaffSession.EndAsync(HttpContext);
        return LocalRedirect("~/sign-in");
    }
}
