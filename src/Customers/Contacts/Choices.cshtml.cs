using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Customers.Contacts;

/// <summary>
/// The holder of an address decides what it is used for. No sign-in: only messages to that address carry the word that opens it, so the
/// address itself stays masked, and what is declined here holds from the same moment.
/// </summary>
[Public]
internal sealed class ChoicesPage(ContactDesk desk, PackInForce pack, OfficeDb db) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    /// <summary>What was just done here.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty]
    public Preference Input { get; set; } = new();

    public ContactPoint Point { get; private set; } = null!;

    public QuietHours OfficeHours => pack.Office.QuietHours ?? QuietHours.Usual;

    /// <summary>There is something left to decline.</summary>
    public bool GetsAnything => ContactPurpose.Chosen.Any(Point.IsAgreed);

    private CancellationToken Cancel => HttpContext.RequestAborted;

    public async Task OnGetAsync()
    {
        await ShowAgainAsync();
        Input = Preference.Of(Point);
    }

    /// <summary>Everything when no purpose is named.</summary>
    public Task<IActionResult> OnPostWithdrawAsync(string? purpose) =>
        DoAsync("withdrawn", change => desk.WithdrawAsync(change, string.IsNullOrEmpty(purpose) ? null : ContactPurpose.Of(purpose), Cancel));

    /// <summary>It was declined by mistake.</summary>
    public Task<IActionResult> OnPostResumeAsync(string? purpose) => DoAsync("resumed", change => desk.ResumeAsync(change, ContactPurpose.Of(purpose), Cancel));

    public Task<IActionResult> OnPostPreferAsync() => DoAsync("changed", change => desk.PreferAsync(change, Input.ReadLanguage(), Input.ReadQuiet(), Input.By == "call", Cancel));

    public async Task ShowAgainAsync()
    {
        db.ChangeTracker.Clear(); // a refused change may have altered what is tracked; the page shows what is stored
        Point = await desk.OpenAsync(Token, Cancel);
        (Input.Language, Input.By) = (Input.Language ?? Point.Language, Input.By ?? Preference.Of(Point).By);
    }

    /// <summary>The accounts that a purpose is agreed for, masked.</summary>
    public IEnumerable<string> AccountsOf(ContactPurpose purpose) => Point.Consents.Where(c => c.Purpose == purpose.Code && c.Stands).Select(c => c.Account).OfType<string>().Select(Masked.ElectricityNumber);

    private async Task<IActionResult> DoAsync(string done, Func<ContactDesk.Change, Task> act)
    {
        await act(new((await desk.OpenAsync(Token, Cancel)).Id, null, ContactWay.Link, Actor.Customer));
        return RedirectToPage(new { token = Token, done });
    }
}
