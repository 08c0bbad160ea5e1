using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace GridDesk.Staff.SignIn;

[Public, EnableRateLimiting(DoorRush.Policy)]
internal sealed class SignInPage(Door door, Passkeys passkeys, CurrentStaff staff) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Return { get; set; }

    public Form Input { get; } = new();

    public IActionResult OnGet() => staff.IsSignedIn ? Onward() : Page();

    public async Task<IActionResult> OnPostAsync(Form input)
    {
        await StaffSession.BeginAsync(HttpContext, await door.WithPasswordAsync(input.UserName, input.Password, HttpContext.RequestAborted));
        return Onward();
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        Content(await passkeys.AskAsync(), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        await StaffSession.BeginAsync(HttpContext, await passkeys.EnterAsync(credential, HttpContext.RequestAborted));
        return Onward();
    }

    private IActionResult Onward() => LocalRedirect(Url.IsLocalUrl(Return) ? Return : "~/desk");

    internal sealed class Form
    {
        public string UserName { get; set; } = "";

        public string Password { get; set; } = "";
    }
}
