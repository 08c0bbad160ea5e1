using GridDesk.Kernel.Events;
using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using GridDesk.Staff.Access;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Customers.Contacts;

/// <summary>One address: what was agreed, when and how, and what its holder says now. The look is recorded first.</summary>
[Needs(Right.KeepContacts)]
internal sealed class ContactPage(ContactDesk desk, StaffDirectory directory, FieldKinds kinds, PackInForce pack, CurrentStaff staff, AccessLog looks, Kernel.Data.OfficeDb db) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What was just done here.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>The version that the page showed.</summary>
    [BindProperty]
    public int? Version { get; set; }

    [BindProperty]
    public ContactWay? Way { get; set; }

    [BindProperty]
    public string? ElectricityNumber { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public Preference Input { get; set; } = new();

    public ContactPoint Point { get; private set; } = null!;

    public QuietHours OfficeHours => pack.Office.QuietHours ?? QuietHours.Usual;

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    private CancellationToken Cancel => HttpContext.RequestAborted;

    public async Task OnGetAsync()
    {
        await ShowAgainAsync();
        Input = Preference.Of(Point);
    }

    public Task<IActionResult> OnPostAgreeAsync(string? purpose) => DoAsync("agreed", change =>
    {
        var account = string.IsNullOrWhiteSpace(ElectricityNumber) ? null : kinds.ReadText("electricity-number", ElectricityNumber, "electricityNumber");
        return desk.AgreeAsync(change, ContactPurpose.Of(purpose), account, Cancel);
    });

    /// <summary>Everything when no purpose is named.</summary>
    public Task<IActionResult> OnPostWithdrawAsync(string? purpose) =>
        DoAsync("withdrawn", change => desk.WithdrawAsync(change, string.IsNullOrEmpty(purpose) ? null : ContactPurpose.Of(purpose), Cancel));

    public Task<IActionResult> OnPostPreferAsync() => DoAsync("changed", change => desk.PreferAsync(change, Input.ReadLanguage(), Input.ReadQuiet(), Input.By == "call", Cancel));

    public Task<IActionResult> OnPostAskAsync() => DoAsync("asked", change => desk.AskCodeAsync(change, Cancel));

    public Task<IActionResult> OnPostVerifyAsync() => DoAsync("verified", change => desk.VerifyAsync(change with { Version = null }, Code, Cancel));

    public async Task ShowAgainAsync()
    {
        db.ChangeTracker.Clear(); // a refused change may have altered what is tracked; the page shows what is stored
        Point = await desk.GetAsync(Id, Cancel);
        await looks.RecordAsync(staff.Id, Point.Key, $"/desk/contacts/{Id}", "contact", Cancel);
        (Way, Input.Language, Input.By) = (Way ?? StaffWays.Of(staff), Input.Language ?? Point.Language, Input.By ?? Preference.Of(Point).By);
        Names = await directory.NamesAsync([.. Point.Consents.SelectMany(c => new[] { Actor.StaffIn(c.GivenBy), Actor.StaffIn(c.WithdrawnBy) }).OfType<Guid>().Distinct()], Cancel);
    }

    public string Who(string? by) => Actor.StaffIn(by) is { } id && Names.TryGetValue(id, out var name) ? name : by == "customer" ? Say("用戶自己", "the customer") : Say("同仁", "a colleague");

    private async Task<IActionResult> DoAsync(string done, Func<ContactDesk.Change, Task> act)
    {
        await act(new(Id, Version, done is "agreed" or "withdrawn" ? StaffWays.Read(Way) : StaffWays.Of(staff), staff.Actor));
        return RedirectToPage(new { id = Id, done });
    }
}
