using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Plan.Assess;
using GridDesk.Plan.CopyForward;
using GridDesk.Staff;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Plan.Follow;

/// <summary>The plan and its proof, half-year by half-year. Everybody sees the figures; the rows behind them are for the staff.</summary>
[Public]
internal sealed class PlanPage(OfficeDb db, PlanDesk desk, AssessDesk assessments, PlanReading reading, PackInForce pack, PlanNames names, CurrentStaff me, IClock clock) : PageModel
{
    private Dictionary<string, PlanText> _texts = [];

    [FromQuery]
    public PlanFilter Filter { get; set; } = new();

    public ServicePlan? Plan { get; private set; }

    public HalfYear Half { get; private set; } = null!;

    public LocalDate Today { get; } = pack.Calendar.Today(clock.Now());

    /// <summary>Every half-year that has a plan, oldest first.</summary>
    public IReadOnlyList<HalfYear> Halves { get; private set; } = [];

    /// <summary>All rows, before the filter.</summary>
    public IReadOnlyList<ProvenRow> Rows { get; private set; } = [];

    /// <summary>The rows that the filter leaves, under their strategies.</summary>
    public IReadOnlyList<StrategyRows> Strategies { get; private set; } = [];

    public IReadOnlyList<AssessmentDuty> Due { get; private set; } = [];

    public bool IsPosted { get; private set; }

    /// <summary>For everybody once it is posted, for the staff before; null when whoever asks may not read it.</summary>
    public string? ReportPath => IsPosted || SeesRows ? $"~/plan/{Half.RocYear}/{Half.Half}" : null;

    /// <summary>Who answers for any row, for the filter.</summary>
    public IReadOnlyList<Department> Departments { get; private set; } = [];

    /// <summary>The year whose official text is shown: the plan's own, or the one it was copied from.</summary>
    public int? TextYear { get; private set; }

    public PlanNames Names => names;

    /// <summary>Beside the plan that it was copied from, as that was ordered; empty for one that was not copied.</summary>
    public IReadOnlyList<ChangedRow> Changed { get; private set; } = [];

    /// <summary>Somebody at work keeps the desk's frame around the same page.</summary>
    public bool IsStaff => me.IsSignedIn;

    public bool SeesRows => me.Has(Right.SeePlan);

    public bool MayAmend => me.Has(Right.AmendPlan) && Plan is { } plan && Today <= plan.Definition.Assessment.LastDay(new(plan.RocYear, 2));

    public bool MayCopy => me.Has(Right.AmendPlan);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var years = await desk.YearsAsync(cancel);
        Halves = [.. years.SelectMany(y => new[] { new HalfYear(y, 1), new HalfYear(y, 2) })];
        var now = HalfYear.Of(Today).RocYear;
        var year = Filter.Year ?? years.Where(y => y <= now).DefaultIfEmpty(years.FirstOrDefault()).Max();
        if (Filter.Half is not (null or "" or "1" or "2") || (Filter.Year is not null && !years.Contains(year)))
        {
            return NotFound();
        }

        if (years.Count == 0)
        {
            return Page();
        }

        Plan = await desk.GetAsync(year, cancel);
        Half = PlanHalf.Read(Plan, Filter.Half, Today);
        Rows = await reading.ReadAsync(Plan, Half, clock.Now(), months: true, cancel);
        Departments = [.. pack.Departments.All.Where(d => Rows.Any(row => row.Departments.Contains(d)))];
        Strategies = [.. StrategyRows.Of(Plan.Definition, [.. Rows.Where(Filter.Keeps)])];
        var assessment = await assessments.FindAsync(Half, cancel);
        (Due, IsPosted) = (AssessmentDuty.Of(Plan.Definition.Assessment, Half, assessment, pack.Calendar, Today), assessment?.PostedAt is not null);
        Changed = Plan.CopiedFrom is { } from ? ChangedRow.Between((await desk.GetAsync(from, cancel)).Definition.Rows(), Rows.Select(row => row.Measure)) : [];
        await ReadTextsAsync(cancel);
        return Page();
    }

    public PlanText? TextOf(ProvenRow row) => _texts.GetValueOrDefault(row.Measure.Code);

    /// <summary>The same half-year and filter, for the file.</summary>
    public QueryString AskedRows => QueryString.Create((KeyValuePair<string, string?>[])
        [new("year", $"{Half.RocYear}"), new("half", $"{Half.Half}"), new("q", Filter.Q), new("department", Filter.Department), new("evidence", Filter.Evidence)]);

    public string RowsPath(ProvenRow row, ProvenFigure figure) => $"/plan/{Half.RocYear}/{row.Measure.Code}/{figure.Indicator.Code}?half={Half.Half}";

    /// <summary>各部門 where the plan says so, else the units by name.</summary>
    public string DepartmentsOf(ProvenRow row)
    {
        var all = row.Measure.Departments.Contains(PlanMeasure.All);
        var names = row.Departments.Select(d => d.Name.ToString());
        return all
            ? Languages.Say($"各部門（{row.Departments.Count} 個單位）", $"All departments ({row.Departments.Count} units)")
            : string.Join(Languages.Say("、", ", "), names);
    }

    // A plan that was copied has no text of its own until the office imports it.
    private async Task ReadTextsAsync(CancellationToken cancel)
    {
        foreach (var year in new[] { Plan!.RocYear, Plan.CopiedFrom ?? 0 })
        {
            _texts = await db.PlanTexts.AsNoTracking().Where(text => text.RocYear == year).ToDictionaryAsync(text => text.Measure, cancel);
            if (_texts.Count > 0)
            {
                TextYear = year;
                return;
            }
        }
    }
}
