using GridDesk.Kernel.Data;
using GridDesk.Kernel.Deliveries;
using GridDesk.Kernel.Recurring;
using GridDesk.Kernel.Seals;
using GridDesk.Kernel.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Staff.Work;

/// <summary>What the program does behind the pages: what waits, what failed and why, what comes round when, what is sealed.</summary>
[Needs(Right.SeeWork)]
internal sealed class BackgroundWorkPage(OfficeDb db, IEnumerable<RecurringWork> recurring, WorkSignal signal, CurrentStaff staff, IClock clock) : PageModel
{
    private const int PageSize = 50;

    public int Waiting { get; private set; }

    public int Failing { get; private set; }

    public int GivenUp { get; private set; }

    public IReadOnlyList<Delivery> Deliveries { get; private set; } = [];

    public string? Next { get; private set; }

    public IReadOnlyList<(RecurringWork Work, Recurrence? Row)> Recurring { get; private set; } = [];

    public Seal? LastSeal { get; private set; }

    public int Unsealed { get; private set; }

    /// <summary>An auditor reads; who keeps the program also acts.</summary>
    public bool MayRetry => staff.Has(Right.ManagePack);

    public async Task OnGetAsync(Guid? after)
    {
        var cancel = HttpContext.RequestAborted;
        var open = db.Set<Delivery>().AsNoTracking().Where(d => d.DoneAt == null);
        Waiting = await open.CountAsync(d => d.GivenUpAt == null, cancel);
        Failing = await open.CountAsync(d => d.GivenUpAt == null && d.LastError != null, cancel);
        GivenUp = await open.CountAsync(d => d.GivenUpAt != null, cancel);
        var troubled = open.Where(d => d.GivenUpAt != null || d.LastError != null);
        troubled = after is { } last ? troubled.Where(d => d.Id.CompareTo(last) < 0) : troubled;
        var found = await troubled.OrderByDescending(d => d.Id).Take(PageSize + 1).ToListAsync(cancel);
        Deliveries = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? $"~/desk/admin/work?after={Deliveries[^1].Id}" : null;
        var rows = await db.Set<Recurrence>().AsNoTracking().ToDictionaryAsync(r => r.Name, cancel);
        Recurring = [.. recurring.OrderBy(w => w.Name, StringComparer.Ordinal).Select(w => (w, rows.GetValueOrDefault(w.Name)))];
        LastSeal = await db.Set<Seal>().AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancel);
        Unsealed = await Verification.UnsealedAsync(db, cancel);
    }

    /// <summary>Tries one again now; one that was given up gets all its tries anew.</summary>
    [AlsoNeeds(Right.ManagePack)]
    public async Task<IActionResult> OnPostAsync(Guid delivery)
    {
        var now = clock.Now();
        var again = await db.CommitAsync(() => db.Set<Delivery>().Where(d => d.Id == delivery && d.DoneAt == null).ExecuteUpdateAsync(set => set
            .SetProperty(d => d.DueAt, now)
            .SetProperty(d => d.LeaseUntil, (Instant?)null)
            .SetProperty(d => d.GivenUpAt, (Instant?)null), HttpContext.RequestAborted), HttpContext.RequestAborted);
        if (again == 0)
        {
            throw new Refusal("work.not-found", "這一項已經完成了。", "This has been done already.");
        }

        signal.Raise(await db.Set<Delivery>().Where(d => d.Id == delivery).Select(d => d.Queue).SingleAsync(HttpContext.RequestAborted));
        return RedirectToPage();
    }
}
