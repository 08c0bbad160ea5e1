using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Intake;
using GridDesk.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Requests.Work;

/// <summary>What waits for me and for those I stand in for: late first and why, then today, then later; papers to examine; what waits for the customer.</summary>
[Needs(Right.UseDesk)]
internal sealed class MyWorkPage(OfficeDb db, RequestAccess access, IntakeDrafts drafts, IEnumerable<IWorkNote> contributed, StaffDirectory directory, PackInForce pack, CurrentStaff staff, CaseWords words, IClock clock) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<WorkGroup> Groups { get; private set; } = [];

    public int Count => Groups.Where(g => g.IsMine).Sum(g => g.Rows.Count);

    public CaseWords Words => words;

    public int Drafts { get; private set; }

    /// <summary>What is to be done that is no case.</summary>
    public IReadOnlyList<WorkNote> Notes { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public Guid Me => staff.Id;

    public bool Has(Right right) => staff.Has(right);

    /// <summary>Why a late case is late, by its id.</summary>
    public IReadOnlyDictionary<Guid, Phrase> Why { get; private set; } = new Dictionary<Guid, Phrase>();

    /// <summary>The colleagues whose work the reader answers for now.</summary>
    public IReadOnlyDictionary<Guid, string> Away { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Whose case it is, when it is not the reader's own.</summary>
    public string? InPlaceOf(CaseRow row) => Guid.TryParse(row.Owner, out var owner) ? Away.GetValueOrDefault(owner) : null;

    public async Task OnGetAsync()
    {
        var cancel = HttpContext.RequestAborted;
        Drafts = (await drafts.OfAsync(staff.Id, cancel)).Count;
        foreach (var note in contributed)
        {
            Notes = await note.OfAsync(cancel) is { } one ? [.. Notes, one] : Notes;
        }

        if (!staff.Has(Right.SeeRequests))
        {
            return;
        }

        var (me, mine, away) = ($"{staff.Id}", staff.Department, staff.StandsInFor);
        Away = away.Count == 0 ? Away : await directory.NamesAsync([.. away.Select(Guid.Parse)], cancel);
        var seen = OpenPromise.Seen(db, access);
        var owned = await CaseRow.Of(seen.Where(o => o.Request.Owner == me || (o.Request.Owner != null && away.Contains(o.Request.Owner))).OrderBy(o => o.Promise.DueAt).ThenBy(o => o.Request.Id).Take(Most)).ToListAsync(cancel);
        var papers = await CaseRow.Of(db.Requests.AsNoTracking().Where(access.Rule).Where(r => r.Status == RequestStatus.PreReceived && r.Department == mine).OrderBy(r => r.Id).Take(Most)).ToListAsync(cancel);
        var nobodys = !staff.Has(Right.HandleRequests) ? [] : await CaseRow.Of(seen.Where(o => o.Request.Owner == null && o.Promise.Department == mine).OrderBy(o => o.Promise.DueAt).ThenBy(o => o.Request.Id).Take(20)).ToListAsync(cancel);

        var byLight = owned.ToLookup(row => words.Standing(row).Light);
        await ExplainAsync([.. byLight[Light.Overdue]], cancel);
        Groups =
        [
            .. new WorkGroup[]
            {
                new(new("已逾期", "Overdue"), [.. byLight[Light.Overdue]]),
                new(new("今天到期", "Due today"), [.. byLight[Light.DueToday]]),
                new(new("審核後正式受理", "Papers to examine"), [.. papers.Where(p => p.Missing.Count == 0)]),
                new(new("部門裡還沒有人辦", "Nobody’s yet in the department"), nobodys, IsMine: false),
                new(new("之後到期", "Due later"), [.. byLight[Light.InTime], .. byLight[null]]),
                new(new("等用戶或其他機關，時鐘暫停", "Waiting for the customer or a permit, clock stopped"), [.. byLight[Light.Stopped]]),
                new(new("先行收件，等用戶補齊", "Papers taken in, waiting for the rest"), [.. papers.Where(p => p.Missing.Count > 0)], IsMine: false),
            }.Where(g => g.Rows.Count > 0),
        ];
    }

    // Only for what is late: the days are counted again from what is stored.
    private async Task ExplainAsync(IReadOnlyList<CaseRow> late, CancellationToken cancel)
    {
        var ids = late.Select(r => r.Id).Take(20).ToList();
        var promises = await db.Requests.AsNoTracking().Where(r => ids.Contains(r.Id)).Join(db.Set<Promise>().AsNoTracking(), r => r.PromiseId, p => p.Id, (r, p) => new { r.Id, Promise = p }).ToListAsync(cancel);
        Why = promises.Select(p => (p.Id, Due: p.Promise.Binding(pack.Calendar, clock.Now())))
            .Where(p => p.Due is not null).ToDictionary(p => p.Id, p => p.Due!.Explanation);
    }
}

/// <param name="IsMine">Counts in the heading.</param>
internal sealed record WorkGroup(Phrase Title, IReadOnlyList<CaseRow> Rows, bool IsMine = true);
