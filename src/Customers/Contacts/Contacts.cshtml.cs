using GridDesk.Customers.Fields;
using GridDesk.Kernel.Forms;
using GridDesk.Staff;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Customers.Contacts;

/// <summary>Looks up an address or an account for somebody at the counter or on the telephone, and writes down a new address.</summary>
[Needs(Right.KeepContacts)]
internal sealed class ContactsPage(ContactDesk desk, FieldKinds kinds, CurrentStaff staff) : PageModel, IShowAgain
{
    /// <summary>What is looked for; sent by POST, so that no address of a page ever holds it.</summary>
    [BindProperty]
    public string? Find { get; set; }

    [BindProperty]
    public NewContact Input { get; set; } = new();

    /// <summary>Digits of the account that was looked for.</summary>
    public string? Account { get; private set; }

    public IReadOnlyList<ContactPoint> Found { get; private set; } = [];

    /// <summary>The address that was looked for is not known yet.</summary>
    public bool IsNew { get; private set; }

    public IReadOnlyList<Choice> News { get; } =
    [
        new(ContactPurpose.PaymentReminder, new("用戶同意這個電號的繳費提醒，用簡訊或語音電話", "The customer agrees to payment reminders for this account, by text message or call")),
        new(ContactPurpose.SupplyNews, new("用戶同意這個電號停電和復電的通知", "The customer agrees to news of power cuts for this account")),
    ];

    private CancellationToken Cancel => HttpContext.RequestAborted;

    public void OnGet() => Input.Way = StaffWays.Of(staff);

    public async Task<IActionResult> OnPostFindAsync()
    {
        Input = new() { Way = StaffWays.Of(staff), Language = Language.Chinese };
        if (ElectricityNumber.TryParse(Find, out var number))
        {
            (Account, Found) = (number.Digits, await desk.OfAccountAsync(number.Digits, Cancel));
            Input.ElectricityNumber = number.Digits;
            return Page();
        }

        var address = ContactAddress.Read(kinds, Find, "find");
        if (await desk.FindAsync(address, Cancel) is { } known)
        {
            return RedirectToPage("Contact", new { id = known.Id });
        }

        (IsNew, Input.Address) = (true, address.Address);
        return Page();
    }

    public async Task<IActionResult> OnPostAddAsync()
    {
        List<Refusal> wrong = [];
        var address = Refusals.Tried(wrong, () => ContactAddress.Read(kinds, Input.Address, "address"));
        var account = Refusals.Tried(wrong, () => string.IsNullOrWhiteSpace(Input.ElectricityNumber) ? null : kinds.ReadText("electricity-number", Input.ElectricityNumber, "electricityNumber"));
        Refusals.ThrowIfAny(wrong);
        var point = await desk.AddAsync(address!, Input.Language, Input.News.Select(ContactPurpose.Of), account, StaffWays.Read(Input.Way), staff.Actor, Cancel);
        return RedirectToPage("Contact", new { id = point.Id, done = "added" });
    }

    public Task ShowAgainAsync()
    {
        Input.Way ??= StaffWays.Of(staff);
        return Task.CompletedTask;
    }
}

internal sealed class NewContact
{
    public string? Address { get; set; }
    public string? ElectricityNumber { get; set; }
    public List<string> News { get; set; } = [];
    public Language Language { get; set; }
    public ContactWay? Way { get; set; }
}

/// <summary>How a customer says something to a member of the staff.</summary>
internal static class StaffWays
{
    public static IReadOnlyList<Choice> All { get; } = [.. new[] { ContactWay.Counter, ContactWay.Phone, ContactWay.CallCentre, ContactWay.Paper }.Select(way => new Choice($"{way}", way.Name))];

    /// <summary>How it most likely is.</summary>
    public static ContactWay Of(CurrentStaff staff) => staff.Roles.Contains(Role.CallCentre) ? ContactWay.CallCentre : ContactWay.Counter;

    /// <exception cref="Refusal"><c>contact.way</c></exception>
    public static ContactWay Read(ContactWay? way) => way is { } chosen && All.Any(c => c.Value == $"{chosen}") ? chosen
        : throw new Refusal("contact.way", "請選用戶是怎麼告訴您的。", "Choose how the customer told you.", "way");
}
