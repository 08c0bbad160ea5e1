using GridDesk.Kernel.Data;
using GridDesk.Requests.Work;
using GridDesk.Staff;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Requests.Tell;

/// <summary>Customers who must be told something before they ask: a day that moved, or that the work goes on.</summary>
[Needs(Right.HandleRequests)]
internal sealed class TellPage(OfficeDb db, TellDesk desk, CurrentStaff staff, CaseWords words) : PageModel, IShowAgain
{
    private const int Most = 100;

    [BindProperty]
    public EnquiryChannel? Channel { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Told { get; set; }

    public IReadOnlyList<(DueNotice Notice, CaseRow Row)> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    public CaseWords Words => words;

    public IReadOnlyList<Choice> ChannelChoices => [new("Phone", new("電話", "Phone")), new("Counter", new("臨櫃", "Counter"))];

    private CancellationToken Cancel => HttpContext.RequestAborted;

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task ShowAgainAsync()
    {
        var notices = await TellDesk.InOrder(desk.ToTell).Select(n => n.Notice).Take(Most + 1).ToListAsync(Cancel);
        HasMore = notices.Count > Most;
        var ids = notices.Take(Most).Select(n => n.Request).ToList();
        var cases = await CaseRow.Of(db.Requests.AsNoTracking().Where(r => ids.Contains(r.Id))).ToDictionaryAsync(r => r.Id, Cancel);
        Rows = [.. notices.Take(Most).Select(n => (n, cases[n.Request]))];
    }

    /// <summary>Somebody told the customer.</summary>
    /// <param name="request">The case that it was said from, to go back to; null from the list.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, Guid? request)
    {
        await desk.ToldAsync(id, Channel ?? throw new Refusal("notice.channel", "請選用什麼方式通知的。", "Say how you told the customer.", "channel"), staff.Actor, Cancel);
        return request is { } from ? RedirectToPage("/Handle/Case", new { id = from, done = "told" }) : RedirectToPage(new { told = true });
    }
}
