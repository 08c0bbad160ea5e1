using GridDesk.Customers;
using GridDesk.Customers.Fields;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Search;
using GridDesk.Kernel.Time;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Staff.Access;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Requests.Intake;

/// <summary>Which service, for whom: a code and an electricity number open the counter screen with all that is known.</summary>
[Needs(Right.FileRequests, Right.ReceiveOnly)]
internal sealed class StartPage(
    IntakeDrafts drafts, CustomerDirectory customers, ServiceCatalogue services, PackInForce pack, CurrentStaff staff, AccessLog looks, IClock clock) : PageModel, IShowAgain
{
    [BindProperty]
    public string? Service { get; set; }

    [BindProperty]
    public string? Customer { get; set; }

    public IReadOnlyList<ServiceDefinition> Services => [.. services.At(pack.Calendar.Today(clock.Now())).Where(s => s.OpensCase)];

    public IReadOnlyList<ServiceDefinition> Matching { get; private set; } = [];

    public IReadOnlyList<KnownCustomer> Found { get; private set; } = [];

    public IReadOnlyList<OpenDraft> Drafts { get; private set; } = [];

    public bool MayFind => staff.Has(Right.SeePersonalData);

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task<IActionResult> OnPostAsync(string? account)
    {
        var service = Choose();
        if (service is null)
        {
            await ShowAgainAsync();
            return Page();
        }

        if (!MayFind || (string.IsNullOrWhiteSpace(Customer) && account is null))
        {
            return RedirectToPage("Intake", new { code = service.Code });
        }

        if (account is null && !ElectricityNumber.TryParse(Customer, out _) && await customers.SearchAsync(Customer, 8, HttpContext.RequestAborted) is { Count: > 1 } several)
        {
            Found = several;
            await ShowAgainAsync();
            return Page();
        }

        await BeginAsync(service, account);
        return RedirectToPage("Intake", new { code = service.Code, begun = true });
    }

    public async Task<IActionResult> OnPostDiscardAsync(string code)
    {
        await drafts.DiscardAsync(staff.Id, code, HttpContext.RequestAborted);
        return RedirectToPage();
    }

    public async Task ShowAgainAsync() => Drafts = await drafts.OfAsync(staff.Id, HttpContext.RequestAborted);

    public Phrase NameOf(string service) => services.Find(service, pack.Calendar.Today(clock.Now()))?.Name ?? Phrase.Same(service);

    // A code, the beginning of one, or a piece of the name; several that match are offered.
    private ServiceDefinition? Choose()
    {
        var typed = SearchWords.Fold(Service ?? "").Trim().Split(' ')[0].ToUpperInvariant();
        if (typed.Length == 0)
        {
            throw new Refusal("intake.service", "請輸入服務代碼或名稱的一部分，例如 XFER、過戶。", "Type the code or a part of the name of a service, such as XFER.", "Service");
        }

        var byCode = Services.Where(s => s.Code.StartsWith(typed, StringComparison.Ordinal)).ToList();
        Matching = byCode.FirstOrDefault(s => s.Code == typed) is { } exact ? [exact]
            : byCode.Count > 0 ? byCode
            : [.. Services.Where(s => SearchWords.Fold(s.Name.Zh + s.Name.En).Contains(typed, StringComparison.OrdinalIgnoreCase))];
        return Matching.Count switch
        {
            0 => throw new Refusal("intake.service", "沒有這項服務。請換個字，或從下面的清單選。", "There is no such service; try another word or choose one below.", "Service"),
            1 => Matching[0],
            _ => null,
        };
    }

    private async Task BeginAsync(ServiceDefinition service, string? account)
    {
        var cancel = HttpContext.RequestAborted;
        var form = new CounterForm(await drafts.FindAsync(staff.Id, service.Code, cancel));
        var known = account is not null ? await customers.OfAccountAsync(account, cancel)
            : ElectricityNumber.TryParse(Customer, out var number) ? await customers.OfAccountAsync(number.Digits, cancel)
            : (await customers.SearchAsync(Customer, 2, cancel)) is [var only] ? only : null;
        if (!form.IsEmpty && form["electricityNumber"] != known?.ElectricityNumber)
        {
            throw new Refusal("intake.draft", "這項服務您還有一份沒送出的。請先送出，或在下面丟掉它。", "You have an unfinished one of this service. Send it first, or discard it below.", "Service");
        }

        if (known is null)
        {
            form[ElectricityNumber.TryParse(Customer, out var typed) ? "electricityNumber" : "find"] = typed?.Digits ?? Customer!.Trim();
        }
        else
        {
            await looks.RecordAsync(staff.Id, $"customer:{known.Id:N}", "/desk/intake", service.Code, cancel);
            form.Fill(known);
        }

        await drafts.KeepAsync(staff.Id, service.Code, form.Fields, cancel);
    }
}
