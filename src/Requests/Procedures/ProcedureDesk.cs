using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Services;

namespace GridDesk.Requests.Procedures;

/// <summary>The log of what was made simpler, and what the cases say about it.</summary>
internal sealed class ProcedureDesk(OfficeDb db, EventLog events, ServiceCatalogue services, PackInForce pack, IClock clock)
{
    /// <summary>Steps and papers of a service, also of its earlier versions: what was removed does not stand in today's.</summary>
    public IReadOnlyList<ServicePart> PartsOf(string? service)
    {
        var parts = new List<ServicePart>();
        for (var version = services.Find(service, pack.Calendar.Today(clock.Now())); version is not null; version = services.Find(service, version.ValidFrom.PlusDays(-1)))
        {
            parts.AddRange(version.Steps.Select(step => new ServicePart(version.Code, false, step.Id, step.Name, version)));
            parts.AddRange(version.Documents.Select(document => new ServicePart(version.Code, true, document.Id, document.Name, version)));
        }

        return [.. parts.DistinctBy(part => part.Value).OrderBy(part => part.IsDocument)];
    }

    /// <summary>What the entry is about, by the definition in which it stood.</summary>
    public Phrase NameOf(Simplification entry) => services.Version(entry.Service, entry.Definition) is var version && entry.Kind == SimplificationKind.DocumentAbolished
        ? version.Documents.FirstOrDefault(d => d.Id == entry.Part)?.Name ?? Phrase.Same(entry.Part)
        : version.Steps.FirstOrDefault(s => s.Id == entry.Part)?.Name ?? Phrase.Same(entry.Part);

    public Phrase ServiceOf(Simplification entry) => services.Version(entry.Service, entry.Definition).Name;

    /// <exception cref="Refusal">As <see cref="Simplification.Of"/>, or <c>procedure.part</c>.</exception>
    public Task<Simplification> RecordAsync(string? service, string? part, SimplificationKind? kind, LocalDate from, string? why, Actor by, CancellationToken cancel = default)
    {
        var about = PartsOf(service).FirstOrDefault(p => p.Value == part) ?? throw new Refusal("procedure.part", "請選哪個步驟或文件。", "Choose which step or paper.", "part");
        var entry = Simplification.Of(about, services.HashOf(about.Definition), kind, from, why, by.Key, pack.Calendar, clock.Now());
        return db.CommitAsync(async () =>
        {
            db.Add(entry);
            events.Record(entry, entry.Recorded, by, DayOf(entry.From));
            await MeasureAsync(entry, clock.Now(), cancel);
            return entry;
        }, cancel);
    }

    public async Task<Simplification> GetAsync(Guid id, CancellationToken cancel = default) =>
        await db.Simplifications.SingleOrDefaultAsync(e => e.Id == id, cancel) ?? throw new Refusal("not-found", "沒有這一筆。", "There is no such entry.");

    public async Task WithdrawAsync(Guid id, int version, string? reason, Actor by, CancellationToken cancel = default)
    {
        var entry = await GetAsync(id, cancel);
        if (entry.Version != version)
        {
            throw new Refusal("conflict", "剛剛有別人改了這筆，請看過再存。", "Somebody else has just changed this; please look and save again.");
        }

        await db.CommitAsync(() =>
        {
            // On the same day as what it takes back, so that they meet in the same half-year.
            events.Record(entry, entry.Withdraw(reason, clock.Now()), by, DayOf(entry.From));
            return Task.CompletedTask;
        }, cancel);
    }

    /// <summary>Measures every entry whose cases may still change.</summary>
    public async Task MeasureAllAsync(Instant now, CancellationToken cancel)
    {
        var since = pack.Calendar.Today(now).PlusDays(-2 * Simplification.Window);
        foreach (var id in await db.Simplifications.AsNoTracking().Where(e => e.WithdrawnAt == null && e.From >= since).Select(e => e.Id).ToListAsync(cancel))
        {
            await db.CommitAsync(async () => await MeasureAsync(await GetAsync(id, cancel), now, cancel), cancel);
            db.ChangeTracker.Clear();
        }
    }

    private async Task MeasureAsync(Simplification entry, Instant now, CancellationToken cancel)
    {
        if (entry.Measure(await CompareAsync(entry, cancel), now) is { } measured)
        {
            events.Record(entry, measured, Actor.Office);
        }
    }

    // From receipt, as promises count: days on which the clock stood still are left out.
    private async Task<Comparison> CompareAsync(Simplification entry, CancellationToken cancel)
    {
        var (start, from, until) = (DayOf(entry.From.PlusDays(-Simplification.Window)), DayOf(entry.From), DayOf(entry.From.PlusDays(Simplification.Window)));
        var (service, done) = (entry.Service, Outcome.Done);
        var accepted = db.Requests.AsNoTracking().Where(r => r.Service == service && r.AcceptedAt >= from && r.AcceptedAt < until);
        return Comparison.Of(
            await DaysAsync(db.Requests.AsNoTracking().Where(r => r.Service == service && r.Outcome == done && r.ClosedAt >= start && r.ClosedAt < from), cancel),
            await DaysAsync(accepted.Where(r => r.Outcome == done), cancel),
            await accepted.CountAsync(r => r.ClosedAt == null, cancel));
    }

    private async Task<IReadOnlyCollection<decimal>> DaysAsync(IQueryable<ServiceRequest> cases, CancellationToken cancel) =>
        [.. (await cases.Join(db.Set<Promise>().AsNoTracking(), r => r.PromiseId, p => p.Id, (r, p) => new { Closed = r.ClosedAt!.Value, p.ReceivedAt, p.Segments }).ToListAsync(cancel))
            .Select(one => (decimal)Segments.WorkingDaysTaken(one.Segments, pack.Calendar, one.ReceivedAt, one.Closed))];

    private Instant DayOf(LocalDate day) => day.AtStartOfDayInZone(pack.Calendar.Zone).ToInstant();
}
