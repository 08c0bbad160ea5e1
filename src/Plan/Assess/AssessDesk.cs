using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Files;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Plan.Assess.Report;
using GridDesk.Staff;
using GridDesk.Ui.Words;

namespace GridDesk.Plan.Assess;

/// <summary>What the office does with the self-assessment of a half-year: begins it, freezes it, reports it, posts it.</summary>
internal sealed partial class AssessDesk(OfficeDb db, EventLog events, PlanDesk plans, PackInForce pack, MakeReport make, FileStore files, StaffDirectory staff, IClock clock)
{
    public const string PartKind = "assessment-part";
    public const string ReportKind = "assessment-report";
    public const string PostKind = "assessment-post";

    /// <summary>Null before it has begun.</summary>
    public Task<SelfAssessment?> FindAsync(HalfYear half, CancellationToken cancel = default) =>
        db.SelfAssessments.SingleOrDefaultAsync(a => a.RocYear == half.RocYear && a.Half == half.Half, cancel);

    /// <exception cref="Refusal">Code <c>not-found</c>.</exception>
    public async Task<SelfAssessment> GetAsync(HalfYear half, CancellationToken cancel = default) => await FindAsync(half, cancel)
        ?? throw new Refusal("not-found", "這半年的自評還沒有開始。", "The self-assessment of this half-year has not begun.");

    /// <summary>The moment of which a half-year's figures are told: when it was frozen where that is asked for, else now.</summary>
    public async Task<Instant> KnownAtAsync(HalfYear half, bool frozen, CancellationToken cancel = default) => frozen && (await FindAsync(half, cancel))?.FrozenAt is { } at ? at : clock.Now();

    /// <summary>All that have begun, the latest first, without what was frozen.</summary>
    public async Task<IReadOnlyList<HalfYear>> BegunAsync(CancellationToken cancel = default) =>
        [.. (await db.Set<SelfAssessment>().OrderByDescending(a => a.RocYear).ThenByDescending(a => a.Half).Select(a => new { a.RocYear, a.Half }).ToListAsync(cancel)).Select(a => new HalfYear(a.RocYear, a.Half))];

    /// <summary>Begins it, unless it has begun: departments are asked, and the promises stand.</summary>
    public Task OpenAsync(HalfYear half, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        if (await FindAsync(half, cancel) is not null)
        {
            return;
        }

        var (plan, now) = (await plans.GetAsync(half.RocYear, cancel), clock.Now());
        var rules = plan.Definition.Assessment;
        var asked = Asked.Of(plan, half, pack.Departments).Select(row => row.Department).Distinct().ToHashSet();
        var departments = pack.Departments.All.Select(d => d.Code).Where(asked.Contains).ToList();
        var (assessment, opened) = SelfAssessment.Open(half, departments, now);
        db.Add(assessment);
        events.Record(assessment, opened, Actor.Office);
        var responsible = rules.Responsible ?? plan.Definition.Units.FirstOrDefault() ?? departments[0];
        var duty = new ByDate(rules.RoundOf(half).Before, rules.DayItselfCounts);
        Promise(ReportKind, assessment.Key, assessment.Name, responsible, duty, now);
        Promise(PostKind, assessment.Key, assessment.Name, responsible, duty, now);
        foreach (var part in assessment.Parts)
        {
            Promise(PartKind, $"{assessment.Key}/{part.Department}", $"{assessment.Name}/{part.Department}", part.Department, new ByDate(rules.AnswersBy(half), IncludesTheDay: true), now);
        }
    }, cancel);

    /// <summary>The figures, the statements and the keys of the rows behind them are final.</summary>
    /// <exception cref="Refusal">Those of <see cref="SelfAssessment.Freeze"/>; <c>conflict</c>.</exception>
    public async Task FreezeAsync(HalfYear half, int seen, Actor by, CancellationToken cancel = default)
    {
        await SayWhoFrozeItAsync(half, cancel);
        await AsSeenAsync(half, seen, cancel);
        var now = clock.Now();
        await events.SettleAsync(cancel);
        var report = await make.AsOfAsync(half, now, keys => files.KeepAsync(keys.Name, keys.Lines, "text/plain", now, cancel), cancel);
        try
        {
            await db.CommitAsync(async () =>
            {
                var assessment = await AsSeenAsync(half, seen, cancel);
                events.Record(assessment, assessment.Freeze(report.ToJson(), by.Key, pack.Calendar, now), by);
                await ClaimAsync(assessment, report, cancel);
                await CloseAsync(assessment.Parts.Select(p => $"{assessment.Key}/{p.Department}"), PartKind, now, cancel);
            }, cancel);
        }
        catch (Refusal refused) when (refused.Code == "conflict")
        {
            await SayWhoFrozeItAsync(half, cancel);
            throw;
        }
    }

    /// <summary>Writes down that the frozen report was sent to whom the plan names.</summary>
    /// <param name="file">What was sent.</param>
    /// <exception cref="Refusal">Those of <see cref="SelfAssessment.Reported"/>; <c>conflict</c>.</exception>
    public Task ReportAsync(HalfYear half, int seen, string? to, Upload file, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var (assessment, now) = (await AsSeenAsync(half, seen, cancel), clock.Now());
        events.Record(assessment, assessment.Reported(to, file.Hash, by.Key, now), by);
        (await db.FindAsync<Upload>([file.Id], cancel))!.ClaimedBy = assessment.Key;
        await CloseAsync([assessment.Key], ReportKind, now, cancel);
    }, cancel);

    /// <summary>Lets everybody read it.</summary>
    /// <exception cref="Refusal">Those of <see cref="SelfAssessment.Post"/>; <c>conflict</c>.</exception>
    public Task PostAsync(HalfYear half, int seen, string address, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var (assessment, now) = (await AsSeenAsync(half, seen, cancel), clock.Now());
        events.Record(assessment, assessment.Post(address, by.Key, now), by);
        await CloseAsync([assessment.Key], PostKind, now, cancel);
    }, cancel);

    private async Task SayWhoFrozeItAsync(HalfYear half, CancellationToken cancel)
    {
        if (await db.SelfAssessments.AsNoTracking().SingleOrDefaultAsync(a => a.RocYear == half.RocYear && a.Half == half.Half, cancel) is { FrozenAt: { } at } it)
        {
            var (name, on) = (await staff.NameAsync(it.FrozenBy, cancel), at.InZone(pack.Office.TimeZone));
            var (day, time) = (RocDate.Show(on.Date), DateWords.Clock(on.TimeOfDay));
            throw new Refusal("assessment.frozen", $"{name ?? "同仁"}已在{day.Zh} {time} 定稿，不能再改；之後的更正會寫在下一次自評。", $"{name ?? "A colleague"} froze it on {day.En} at {time}; it stays as it is, and what is corrected later stands in the next one.");
        }
    }

    private async Task<SelfAssessment> AsSeenAsync(HalfYear half, int seen, CancellationToken cancel) => await GetAsync(half, cancel) is { } assessment && assessment.Version == seen ? assessment
        : throw new Refusal("conflict", "這次自評剛剛有變動。您填的還在，請看過再按一次。", "This self-assessment has just changed. What you typed is kept; please look and press again.");

    private void Promise(string kind, string subject, string name, string department, TimeLimit limit, Instant now)
    {
        var promise = new Promise { Id = Guid.CreateVersion7(now.ToDateTimeOffset()), Subject = subject, Kind = kind, Name = name, Department = department, ReceivedAt = now, Calendar = "", Policy = new("1", limit, null) };
        promise.Start(pack.Calendar, Actor.Office.Key, now);
        db.Add(promise);
    }

    private async Task CloseAsync(IEnumerable<string> subjects, string kind, Instant now, CancellationToken cancel)
    {
        var those = subjects.ToList();
        foreach (var promise in await db.Set<Promise>().Where(p => those.Contains(p.Subject) && p.Kind == kind && p.ClosedAt == null).ToListAsync(cancel))
        {
            promise.Close(now);
        }
    }

    // The keys of the rows belong to the assessment from now on; until then they would be forgotten within a day.
    private async Task ClaimAsync(SelfAssessment assessment, AssessmentReport report, CancellationToken cancel)
    {
        var hashes = report.Rows.SelectMany(row => row.Figures).Select(f => f.Keys).OfType<string>().Distinct().ToList();
        foreach (var upload in await db.Set<Upload>().Where(u => hashes.Contains(u.Hash) && u.ClaimedBy == null).ToListAsync(cancel))
        {
            upload.ClaimedBy = assessment.Key;
        }
    }
}
