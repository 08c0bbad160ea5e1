using GridDesk.Kernel.Data;
using GridDesk.Kernel.Deliveries;
using GridDesk.Kernel.Recurring;
using GridDesk.Kernel.Seals;
using GridDesk.Kernel.Sweeps;
using GridDesk.Kernel.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Staff.Work;

/// <summary>What the program does behind the pages: what waits, what failed and why, what comes round when, what is sealed.</summary>
[Needs(Right.SeeWork)]
internal sealed class BackgroundWorkPage(OfficeDb db, IEnumerable<RecurringWork> recurring, IEnumerable<Sweep> sweeps, WorkSignal signal, CurrentStaff staff, IClock clock) : PageModel
{
    private const int PageSize = 50;

    // Work that is due comes round every second; what is later by this much does not come round any more.
    private static readonly Duration Patience = Duration.FromMinutes(15);

    public int Waiting { get; private set; }

    public int Failing { get; private set; }

    public int GivenUp { get; private set; }

    public IReadOnlyList<Delivery> Deliveries { get; private set; } = [];

    public string? Next { get; private set; }

    public IReadOnlyList<Line> Recurring { get; private set; } = [];

    public IReadOnlyList<(Line Line, Sweep Sweep, SweepResult? Result)> Sweeps { get; private set; } = [];

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
        var overdue = clock.Now() - Patience;
        var lines = recurring.OrderBy(w => w.Name, StringComparer.Ordinal).Select(w => new Line(w, rows.GetValueOrDefault(w.Name), overdue)).ToList();
        var results = await db.Set<SweepResult>().AsNoTracking().ToDictionaryAsync(r => r.Name, cancel);
        Sweeps = [.. sweeps.Join(lines, s => s.Name, l => l.Work.Name, (s, l) => (l, s, results.GetValueOrDefault(s.Name))).OrderBy(s => s.s.Name, StringComparer.Ordinal)];
        Recurring = [.. lines.ExceptBy(sweeps.Select(s => s.Name), l => l.Work.Name)];
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
    /// <summary>A piece of recurring work as the page shows it.</summary>
    internal sealed record Line(RecurringWork Work, Recurrence? Row, Instant Overdue)
    {
        public (string Light, Phrase Words) State => Row switch
        {
            { LastError: not null } => ("late", new("失敗", "Failed")),
            { NextAt: var next } when next < Overdue => ("late", new("該跑沒跑", "Overdue")),
            null or { LastAt: null } => ("none", new("還沒跑過", "Not yet run")),
            _ => ("ok", new("正常", "Fine")),
        };
    }
}
