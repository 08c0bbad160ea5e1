using GridDesk.Kernel.Csv;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Files;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Recurring;
using GridDesk.Requests.Shadow.Read;
using GridDesk.Services;

namespace GridDesk.Requests.Shadow;

/// <summary>
/// Judges registers, a thousand rows a save. After a few saves it lets other work have its turn and goes on a second later where
/// it stood; stopped in the middle of a save it does that one again, and no row stands there twice.
/// </summary>
internal sealed class ShadowRun(OfficeDb db, EventLog events, FileStore files, ServiceCatalogue services, PackInForce pack) : IRecur
{
    public const int Batch = 1000;

    private const int BatchesAtOnce = 10;

    private static readonly Facts Nothing = new([], ApplicantKind.Person, false);

    private readonly Dictionary<(string, LocalDate), (ServiceDefinition Definition, Kernel.Promises.PromisePolicy Policy)> _definitions = [];

    public Task RunAsync(Instant now, CancellationToken cancel) => RunAsync(now, BatchesAtOnce, cancel);

    public async Task RunAsync(Instant now, int batches, CancellationToken cancel)
    {
        var next = await db.ShadowImports.AsNoTracking().Where(i => i.DoneAt == null && i.Failure == null).OrderBy(i => i.Id).FirstOrDefaultAsync(cancel);
        if (next is null)
        {
            return;
        }

        try
        {
            var judge = ShadowClock.Of(pack, next.AsOf);
            foreach (var lines in KeptLines.Read<RegisterLine>(await files.ReadAsync(next.File, cancel), next.Handled).Chunk(Batch).Take(batches))
            {
                await SaveAsync(next.Id, [.. lines.Select(line => Judged(line.Place, line.Line, judge, next.Id))], now, cancel);
                db.ChangeTracker.Clear();
            }
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException or System.Text.Json.JsonException)
        {
            // What is stored of it is gone or damaged: trying again would not mend it.
            await db.CommitAsync(async () => (await db.ShadowImports.SingleAsync(i => i.Id == next.Id, cancel)).Fail(broken.Message), cancel);
        }
    }

    private Task SaveAsync(Guid id, object[] rows, Instant now, CancellationToken cancel) => db.CommitAsync(async () =>
    {
        var import = await db.ShadowImports.SingleOrDefaultAsync(i => i.Id == id, cancel);
        if (import is null)
        {
            return; // removed meanwhile
        }

        db.AddRange(rows);
        var late = rows.OfType<ShadowCase>().Count(c => c.Verdict.IsLate);
        var cases = rows.OfType<ShadowCase>().Count();
        if (import.Handle(cases, rows.Length - cases, late, now) is { } judged)
        {
            events.Record(import, judged, Actor.Office);
        }
    }, cancel);

    private object Judged(int place, RegisterLine line, ShadowClock judge, Guid import)
    {
        if (line.Row is not { } row)
        {
            return Broken(place, line.Line, line.Mistake!, import);
        }

        try
        {
            var day = pack.Calendar.Today(row.Started.At);
            var (definition, policy) = DefinitionOf(row.Service, day);
            var judgement = judge.Judge(row, policy);
            return new ShadowCase
            {
                Import = import,
                Place = place,
                Line = row.Line,
                Number = row.Number,
                Service = row.Service,
                Department = row.Department.Length > 0 ? row.Department : definition.Department,
                Month = new LocalDate(day.Year, day.Month, 1),
                ReceivedAt = row.Received.At,
                StartedAt = row.Started.At,
                ClosedAt = row.Closed?.At,
                Definition = definition.ValidFrom,
                IsBeforeFirst = day < definition.ValidFrom,
                DueAt = judgement.DueAt,
                OldDueAt = row.Due?.At,
                Verdict = judgement.Verdict,
                LateBy = judgement.LateBy,
                Cause = judgement.Cause,
                OldLate = judgement.OldLate,
                Difference = judgement.Difference,
            };
        }
        catch (Refusal refused)
        {
            return Broken(place, row.Line, refused.Reason, import);
        }
    }

    /// <summary>The version in force when the clock started; of a day before the first, the first.</summary>
    private (ServiceDefinition, Kernel.Promises.PromisePolicy) DefinitionOf(string service, LocalDate day)
    {
        if (!_definitions.TryGetValue((service, day), out var found))
        {
            var definition = services.FindOrOldest(service, day)
                ?? throw new Refusal("shadow.service", $"資料包裡已經沒有「{service}」這項服務。", $"The pack has no service '{service}' any more.");
            _definitions[(service, day)] = found = (definition, definition.Policy(Nothing));
        }

        return found;
    }

    private static ShadowBrokenRow Broken(int place, int line, Phrase reason, Guid import) => new() { Import = import, Place = place, Line = line, Zh = Cut(reason.Zh), En = Cut(reason.En) };

    private static string Cut(string reason) => reason.Length <= ShadowTables.LongestReason ? reason : reason[..(ShadowTables.LongestReason - 1)] + "…";
}
