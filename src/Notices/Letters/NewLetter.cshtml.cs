using GridDesk.Customers;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Notices.Templates;
using GridDesk.Requests;
using GridDesk.Staff;
using GridDesk.Staff.Access;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Notices.Letters;

/// <summary>A letter about a case: what it says, in which language and where it goes; shown before it is printed.</summary>
[Needs(Right.HandleRequests)]
internal sealed class NewLetterPage(LetterDesk desk, SeenRequests seen, RequestDirectory requests, RequestFields fields, CustomerDirectory customers, PackInForce pack, CurrentStaff staff, AccessLog looks, IClock clock) : PageModel, IShowAgain
{
    // Says how it stands and by when it will be done: what somebody is told who was not to be reached otherwise.
    private const string HowItStands = "request-progress";

    private RequestFacts _facts = null!;

    [BindProperty]
    public Guid Letter { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    public SeenRequest Case { get; private set; } = null!;

    /// <summary>What the customer is still to be told, and the letter says.</summary>
    public LocalDate? NewDay => _facts.NewDay;

    /// <summary>Where the electricity is used; null when neither the case nor the account says it.</summary>
    public string? AddressOfUse { get; private set; }

    public bool IsOver => desk.IsOver(_facts);

    public LetterSheet? Preview { get; private set; }

    public IReadOnlyList<Choice> Kinds => [.. desk.Templates.Select(t => new Choice(t.Code, t.Letter!.Title is var title ? new(Bare(title.Zh), Bare(title.En)) : null!))];

    public IReadOnlyList<Choice> LanguageChoices => [new("zh-TW", new("中文", "Chinese")), new("en", new("英文", "English"))];

    private CancellationToken Cancel => HttpContext.RequestAborted;

    public async Task OnGetAsync()
    {
        await OpenAsync();
        (Letter, Language, Address) = (Guid.CreateVersion7(clock.Now().ToDateTimeOffset()), (_facts.Language ?? Kernel.Language.Chinese).Tag, AddressOfUse);
        Kind = desk.Templates.FirstOrDefault(t => NewDay is not null && t.Code == HowItStands)?.Code ?? desk.Templates.FirstOrDefault()?.Code;
        await ShowAsync();
    }

    /// <summary>Shows how it would read; nothing is sent.</summary>
    public async Task OnPostPreviewAsync()
    {
        await OpenAsync();
        desk.Write(_facts, Wanted);
        await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await OpenAsync();
        var letter = await desk.PrintAsync(Case, Wanted, staff.Actor, Cancel);
        return LocalRedirect($"~/desk/letters/{letter.Id}?print=true");
    }

    public async Task ShowAgainAsync()
    {
        await OpenAsync();
        await ShowAsync();
    }

    private LetterToWrite Wanted => new(Letter, Kind, Language == "en" ? Kernel.Language.English : Kernel.Language.Chinese, Address);

    private async Task OpenAsync()
    {
        Case = await seen.GetAsync(Guid.Parse((string)RouteData.Values["id"]!), Cancel);
        _facts = (await requests.FindAsync(Case.Key, Cancel))!;
        AddressOfUse = _facts.Address ?? (await customers.OfAccountAsync(_facts.ElectricityNumber, Cancel))?.Address;
    }

    private async Task ShowAsync()
    {
        await looks.RecordAsync(staff.Id, Case.Key, $"/desk/requests/{Case.Id}/letter", Case.Name, Cancel);
        if (ModelState.IsValid && !IsOver && Case.IsOpen && Kinds.Any(k => k.Value == Kind) && !string.IsNullOrWhiteSpace(Address))
        {
            var (letter, day) = (desk.Write(_facts, Wanted), pack.Calendar.Today(clock.Now()));
            Preview = LetterSheet.Of(pack, Wanted.Language, letter.To, day, letter.Title, letter.Text, fields.LinkOf(_facts, Wanted.Language));
        }
    }

    // The title without what the case puts in: 受理通知.
    private static string Bare(string title) => string.Join(' ', System.Text.RegularExpressions.Regex.Replace(title, @"\{[a-z]+\}", "").Split([' ', '：', ':'], StringSplitOptions.RemoveEmptyEntries));
}
