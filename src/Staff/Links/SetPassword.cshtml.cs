using GridDesk.Staff.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Staff.Links;

[Public]
internal sealed class SetPasswordPage(Newcomers newcomers) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Task OnGetAsync() => newcomers.ReadAsync(Token, LinkPurpose.SetPassword, HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync()
    {
        Input.RequireSame();
        await StaffSession.BeginAsync(HttpContext, await newcomers.SetPasswordAsync(Token, Input.NewPassword, HttpContext.RequestAborted));
        return LocalRedirect("~/desk");
    }

    internal sealed class Form : TwicePassword;
}
