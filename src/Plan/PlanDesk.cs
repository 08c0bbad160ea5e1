using System.Text.Json;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Indicators;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;

namespace GridDesk.Plan;

/// <summary>What somebody wants a row to say.</summary>
internal sealed record AmendmentDraft(string Measure, AmendmentKind Kind, LocalDate Effective, string? Letter, Phrase Reason, RowChange Change);

/// <summary>What the office can do with its yearly plans.</summary>
internal sealed class PlanDesk(OfficeDb db, EventLog events, PackInForce pack, IndicatorCatalogue indicators, IClock clock)
{
    public async Task<IReadOnlyList<int>> YearsAsync(CancellationToken cancel = default) =>
        await db.Set<ServicePlan>().OrderBy(p => p.RocYear).Select(p => p.RocYear).ToListAsync(cancel);

    /// <summary>The plan of a year with its amendments.</summary>
    /// <exception cref="Refusal">Code <c>not-found</c>.</exception>
    public Task<ServicePlan> GetAsync(int rocYear, CancellationToken cancel = default) => db.GetPlanAsync(rocYear, cancel);

    /// <summary>The plan by which the office works on a day: that of the year, or the latest before it; null while there is none.</summary>
    public async Task<ServicePlan?> InForceAsync(LocalDate day, CancellationToken cancel = default)
    {
        var year = RocDate.YearOf(day);
        return await db.Plans.Where(p => p.RocYear <= year).OrderByDescending(p => p.RocYear).FirstOrDefaultAsync(cancel);
    }

    /// <summary>Changes, adds or ends a row.</summary>
    /// <param name="seen">The version of the plan that the person saw.</param>
    /// <exception cref="Refusal">Code <c>conflict</c>: amended by somebody else since; and those of <see cref="ServicePlan.Amend"/>.</exception>
    public Task<PlanAmended> AmendAsync(int rocYear, int seen, AmendmentDraft draft, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var plan = await AsSeenAsync(rocYear, seen, cancel);
        Check(draft);
        var now = clock.Now();
        var row = plan.Row(draft.Measure, draft.Effective);
        var amendment = new Amendment
        {
            Id = Guid.CreateVersion7(now.ToDateTimeOffset()),
            RocYear = rocYear,
            Measure = draft.Measure,
            Kind = draft.Kind,
            Effective = draft.Effective,
            Letter = string.IsNullOrWhiteSpace(draft.Letter) ? null : draft.Letter.Trim(),
            ReasonZh = draft.Reason.Zh,
            ReasonEn = draft.Reason.En,
            Body = JsonSerializer.Serialize(draft.Kind switch
            {
                AmendmentKind.Ended => new RowChange(),
                AmendmentKind.Changed when row is not null => draft.Change.From(row),
                _ => draft.Change,
            }, Json.Options),
            By = by.Key,
            At = now,
        };
        var amended = plan.Amend(amendment, pack.Calendar.Today(now));
        db.Add(amendment);
        events.Record(plan, amended, by);
        return amended;
    }, cancel);

    /// <summary>Records the letter that orders a plan.</summary>
    /// <param name="seen">The version of the plan that the person saw.</param>
    /// <exception cref="Refusal">Code <c>conflict</c>; and those of <see cref="ServicePlan.RecordBasis"/>.</exception>
    public Task RecordBasisAsync(int rocYear, int seen, PlanBasis basis, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var plan = await AsSeenAsync(rocYear, seen, cancel);
        events.Record(plan, plan.RecordBasis(basis), by);
    }, cancel);

    /// <summary>Makes a later year's plan from this one.</summary>
    /// <exception cref="Refusal">Code <c>plan.exists</c>: the year has one already; or <c>plan.copy-year</c>.</exception>
    public Task<PlanCopiedForward> CopyForwardAsync(int fromYear, int toYear, PlanBasis? basis, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var from = await GetAsync(fromYear, cancel);
        if (await db.Set<ServicePlan>().AnyAsync(p => p.RocYear == toYear, cancel))
        {
            throw new Refusal("plan.exists", $"{toYear}年度已經有計畫了。", $"There is a plan of year {toYear} ({toYear + 1911}) already.", "year");
        }

        var (plan, copied) = from.CopyForward(toYear, basis, clock.Now());
        db.Add(plan);
        events.Record(plan, copied, by);
        return copied;
    }, cancel);

    private async Task<ServicePlan> AsSeenAsync(int rocYear, int seen, CancellationToken cancel)
    {
        var plan = await GetAsync(rocYear, cancel);
        return plan.Version == seen ? plan
            : throw new Refusal("conflict", "剛剛有別人修正了這份計畫。您填的還在，請看過再存。", "Somebody else has just amended this plan. What you typed is kept; please look and save again.");
    }

    private void Check(AmendmentDraft draft)
    {
        if (string.IsNullOrWhiteSpace(draft.Reason.Zh))
        {
            throw new Refusal("plan.amend-reason", "請寫修正的理由。", "Write why it is amended.", "reason");
        }

        if (draft.Kind is AmendmentKind.Ended)
        {
            return;
        }

        var (title, departments, period, proof) = draft.Change;
        if (string.IsNullOrWhiteSpace(title?.Zh) || string.IsNullOrWhiteSpace(title.En))
        {
            throw new Refusal("plan.amend-title", "請寫中文和英文的標題。", "Write the title in Chinese and in English.", "titleZh");
        }

        if (departments is not { Count: > 0 } || departments.Any(d => d != PlanMeasure.All && pack.Departments.Find(d) is null))
        {
            throw new Refusal("plan.amend-departments", "請至少選一個部門。", "Choose at least one department.", "departments");
        }

        if (period is null)
        {
            throw new Refusal("plan.amend-period", "請選辦理期間。", "Choose the period.", "period");
        }

        if (proof?.FirstOrDefault(code => indicators.Find(code) is null) is { } unknown)
        {
            throw new Refusal("plan.amend-indicator", $"沒有「{unknown}」這項統計。", $"There is no statistic '{unknown}'.", "indicators");
        }
    }
}
