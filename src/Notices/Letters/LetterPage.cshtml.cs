using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Notices.Templates;
using GridDesk.Requests;
using GridDesk.Staff;
using GridDesk.Staff.Access;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Notices.Letters;

/// <summary>A letter that was printed, as it was printed. Each further printing is recorded, and every look at it.</summary>
[Needs(Right.HandleRequests)]
internal sealed class LetterPage(LetterDesk desk, SeenRequests seen, RequestDirectory requests, RequestFields fields, PackInForce pack, CurrentStaff staff, AccessLog looks) : PageModel, IShowAgain
{
    [BindProperty]
    public string? Why { get; set; }

    /// <summary>Open the browser's print window.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Print { get; set; }

    public Message Letter { get; private set; } = null!;

    public SeenRequest Case { get; private set; } = null!;

    public LetterSheet Sheet { get; private set; } = null!;

    public bool IsWrong => !ModelState.IsValid;

    private CancellationToken Cancel => HttpContext.RequestAborted;

    private Guid Id => Guid.Parse((string)RouteData.Values["id"]!);

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task ShowAgainAsync()
    {
        await OpenAsync();
        await looks.RecordAsync(staff.Id, Case.Key, $"/desk/letters/{Id}", Case.Name, Cancel);
        var facts = await requests.FindAsync(Case.Key, Cancel);
        Sheet = LetterSheet.Of(pack, Letter.Language, Letter.To, pack.Calendar.Today(Letter.QueuedAt), Letter.Title, Letter.Text, facts is null ? null : fields.LinkOf(facts, Letter.Language));
    }

    public async Task<IActionResult> OnPostAgainAsync()
    {
        await OpenAsync();
        await desk.PrintAgainAsync(Id, staff.Actor, Cancel);
        return LocalRedirect($"~/desk/letters/{Id}?print=true");
    }

    public async Task<IActionResult> OnPostBackAsync()
    {
        await OpenAsync();
        await desk.CameBackAsync(Id, Why, staff.Actor, Cancel);
        return LocalRedirect($"~/desk/requests/{Case.Id}");
    }

    private async Task OpenAsync()
    {
        Letter = await desk.GetAsync(Id, Cancel);
        Case = await seen.GetAsync(Guid.Parse(Letter.About.Split(':')[1]), Cancel);
    }
}
