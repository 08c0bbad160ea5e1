using GridDesk.Customers;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Search;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Tell;
using GridDesk.Requests.Work;
using GridDesk.Staff;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Requests.Search;

/// <summary>
/// Finds cases and customers by any fact about them, within what the reader may see. By the exact number everybody who may
/// answer progress gets the sentence to say, and nothing about the person.
/// </summary>
[Needs(Right.SeeRequests, Right.AnswerProgressByNumber)]
internal sealed class SearchPage(
    OfficeDb db, RequestDesk desk, RequestAccess access, CustomerDirectory customers, PackInForce pack, CurrentStaff staff, CaseWords words, IClock clock) : PageModel
{
    private const int PageSize = 30;

    // Somebody who may see few of those that were found goes on by the link to older ones, instead of waiting.
    private const int AtOnce = 400;
    private const int MostLooks = 5;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public bool Logged { get; private set; }

    public bool ByNumberOnly => !staff.Has(Right.SeeRequests);

    /// <summary>A case that the reader may answer for but not open.</summary>
    public Progress? Answer { get; private set; }

    /// <summary>What the customer is still to be told by somebody.</summary>
    public DueNotice? Notice { get; private set; }

    public IReadOnlyList<CaseRow> Rows { get; private set; } = [];

    public IReadOnlyList<KnownCustomer> Customers { get; private set; } = [];

    public string? Next { get; private set; }

    public CaseWords Words => words;

    private CancellationToken Cancel => HttpContext.RequestAborted;

    public async Task<IActionResult> OnGetAsync(Guid? after)
    {
        if (string.IsNullOrWhiteSpace(Q))
        {
            return Page();
        }

        if (await desk.FindAsync(Q, Cancel) is { } exact)
        {
            if (access.MaySee(exact))
            {
                return RedirectToPage("/Handle/Case", new { id = exact.Id });
            }

            await AnswerAsync(exact);
            return Page();
        }

        if (!ByNumberOnly)
        {
            await FindAsync(after);
        }

        return Page();
    }

    /// <summary>Somebody was told; counts as an enquiry.</summary>
    [AlsoNeeds(Right.AnswerProgressByNumber)]
    public async Task<IActionResult> OnPostAsync(string channel)
    {
        var request = await desk.FindAsync(Q, Cancel) ?? throw new Refusal("not-found", "沒有這個號碼。", "There is no such number.", "q");
        await desk.LogEnquiryAsync(request, channel == "phone" ? EnquiryChannel.Phone : EnquiryChannel.Counter, selfService: false, staff.Actor, Cancel);
        Logged = true;
        await AnswerAsync(request);
        return Page();
    }

    private async Task AnswerAsync(ServiceRequest request)
    {
        Notice = await db.ToTellAsync(request, Cancel);
        Answer = Progress.Of(request, desk.ServiceOf(request), await desk.PromiseOfAsync(request, Cancel), pack, clock.Now());
    }

    private async Task FindAsync(Guid? after)
    {
        var asked = SearchWords.Asked(Q);
        if (asked.Count == 0)
        {
            return;
        }

        var isFirst = after is null;
        List<CaseRow> rows = [];
        var isLast = false;
        for (var looks = 0; looks < MostLooks && rows.Count <= PageSize && !isLast; looks++)
        {
            var found = await SearchIndex.NewestAsync(db, "request", asked, after, AtOnce, Cancel);
            rows.AddRange(await CaseRow.Of(db.Requests.AsNoTracking().Where(access.Rule).Where(r => found.Contains(r.Id)).OrderByDescending(r => r.Id).Take(PageSize + 1)).ToListAsync(Cancel));
            (isLast, after) = (found.Count < AtOnce, found.Count > 0 ? found[^1] : after);
        }

        Rows = [.. rows.Take(PageSize)];
        var goesOn = rows.Count > PageSize ? Rows[^1].Id : isLast ? null : after;
        Next = goesOn is null ? null : $"~/desk/search{QueryString.Create([KeyValuePair.Create("q", Q), KeyValuePair.Create("after", (string?)$"{goesOn}")])}";
        Customers = isFirst && staff.Has(Right.SeePersonalData) ? await customers.SearchAsync(Q, 10, Cancel) : [];
    }
}
