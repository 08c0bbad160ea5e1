using GridDesk.Kernel.Time;
using GridDesk.Staff.Links;
using GridDesk.Staff.SignIn;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Staff.Account;

[Needs(Right.UseDesk)]
internal sealed class AccountPage(CurrentStaff me, AccountDesk desk, Passkeys passkeys, StaffDirectory directory, OfficePlaces places, IClock clock) : PageModel, IShowAgain
{
    public CurrentStaff Me => me;

    public Phrase Department => places.Department(me.Department);

    public Form Input { get; } = new();

    public IReadOnlyList<string> Deputies { get; private set; } = [];

    public IReadOnlyList<UserPasskeyInfo> Keys { get; private set; } = [];

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task ShowAgainAsync()
    {
        Deputies = [.. (await directory.DeputiesAsync(me.Id, clock.Now(), HttpContext.RequestAborted)).Select(deputy => deputy.Name)];
        Keys = await passkeys.OfAsync(me.Id, HttpContext.RequestAborted);
    }

    public async Task<IActionResult> OnPostPasswordAsync(Form input)
    {
        input.RequireSame();
        await StaffSession.BeginAsync(HttpContext, await desk.ChangePasswordAsync(me.Id, input.PresentPassword, input.NewPassword, me.Actor, HttpContext.RequestAborted));
        return Back();
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await passkeys.OfferAsync(me.Id, HttpContext.RequestAborted), "application/json");

    public async Task<IActionResult> OnPostAddPasskeyAsync(string? passkeyName, string? credential)
    {
        await passkeys.AddAsync(me.Id, passkeyName, credential, me.Actor, HttpContext.RequestAborted);
        return Back();
    }

    public async Task<IActionResult> OnPostRemovePasskeyAsync(string? passkey)
    {
        await passkeys.RemoveAsync(me.Id, passkey, me.Actor, HttpContext.RequestAborted);
        return Back();
    }

    private LocalRedirectResult Back() => LocalRedirect("~/desk/account");

    internal sealed class Form : TwicePassword
    {
        public string PresentPassword { get; set; } = "";
    }
}
