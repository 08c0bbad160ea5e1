using GridDesk.Kernel.Time;
using System.Runtime.CompilerServices;
using System.Text.Json;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Deliveries;

namespace GridDesk.Kernel.Events;

/// <summary>
/// Writes events beside the changes that they describe: both are saved, or neither is. Whatever wants the event gets a
/// delivery in that same save, carried out after it.
/// </summary>
public sealed class EventLog(OfficeDb db, EventKinds kinds, Subscriptions subscriptions, IClock clock)
{
    // From the moment of an event to the first statement of its transaction, of which the server knows nothing.
    private static readonly TimeSpan LongestUnbegun = TimeSpan.FromSeconds(1);

    // Whoever holds a transaction for longer, such as a backup, is not saving an event.
    private static readonly Duration LongestSave = Duration.FromSeconds(10);

    /// <summary>Records that <paramref name="happened"/> happened to <paramref name="subject"/>, which must be tracked by the same context.</summary>
    /// <param name="happenedAt">When it happened in the office; now unless it was keyed in later.</param>
    public void Record(Subject subject, IEvent happened, Actor by, Instant? happenedAt = null)
    {
        var now = clock.Now();
        var kind = kinds.NameOf(happened.GetType());
        var body = JsonSerializer.Serialize(happened, happened.GetType(), Json.Options);
        var at = (happenedAt ?? now).ToMicrosecond();
        subject.Version++;
        subject.Head = RecordedEvent.HashOf(subject.Head, subject.Key, subject.Version, kind.Name, kind.Version, body, by.Key, at, now);

        var recorded = new RecordedEvent
        {
            Id = Guid.CreateVersion7(now.ToDateTimeOffset()),
            Subject = subject.Key,
            Version = subject.Version,
            Name = kind.Name,
            Shape = kind.Version,
            Body = body,
            By = by.Key,
            HappenedAt = at,
            RecordedAt = now,
            Hash = subject.Head,
            Transaction = -1,
        };
        db.Add(recorded);
        foreach (var subscription in subscriptions.Of(happened))
        {
            db.Add(Delivery.Of(recorded, happened, subscription, now));
        }
    }

    /// <summary>All that happened to one subject, first to last.</summary>
    public async Task<IReadOnlyList<Happening>> HistoryAsync(string subject, CancellationToken cancel = default) =>
        Read(await db.Set<RecordedEvent>().AsNoTracking().Where(e => e.Subject == subject).OrderBy(e => e.Version).ToListAsync(cancel));

    /// <summary>What happened in <c>[from, until)</c> and was known at <paramref name="knownAt"/>, by the named kinds, in the order in which it happened; what happened to one subject at one moment keeps its order.</summary>
    public Task<IReadOnlyList<Happening>> BetweenAsync(Instant from, Instant until, Instant knownAt, IReadOnlyCollection<Type> events, CancellationToken cancel = default) =>
        ReadAsync(Between(from, until, knownAt, events), cancel);

    /// <summary>The same, one after the other, for whoever need not hold them all.</summary>
    public IAsyncEnumerable<Happening> EachBetweenAsync(Instant from, Instant until, Instant knownAt, IReadOnlyCollection<Type> events, CancellationToken cancel = default) =>
        EachAsync(Between(from, until, knownAt, events), [], cancel);

    /// <summary>The same of one kind.</summary>
    /// <param name="keys">Of subjects and people; one that is there already is not held again.</param>
    internal IAsyncEnumerable<Happening> EachBetweenAsync(Instant from, Instant until, Instant knownAt, Type kind, HashSet<string> keys, CancellationToken cancel)
    {
        var name = kinds.NameOf(kind).Name;
        return EachAsync(db.Set<RecordedEvent>().Where(e => e.Name == name && e.HappenedAt >= from && e.HappenedAt < until && e.RecordedAt <= knownAt), keys, cancel);
    }

    /// <summary>What happened to some subjects before <paramref name="until"/> and was known at <paramref name="knownAt"/>, by the named kinds, in the same order.</summary>
    /// <param name="subjects">Keys, at most a few hundred.</param>
    internal async Task<IReadOnlyList<Happening>> BeforeAsync(IReadOnlyCollection<string> subjects, Instant until, Instant knownAt, IReadOnlyCollection<Type> events, CancellationToken cancel)
    {
        var names = events.Select(e => kinds.NameOf(e).Name).ToHashSet();
        // By the subjects: a name that is reckoned is in no index. Else SQLite, which keeps no statistics, reads all events of those kinds.
        return await ReadAsync(db.Set<RecordedEvent>().Where(e => subjects.Contains(e.Subject) && names.Contains(e.Name + "") && e.HappenedAt < until && e.RecordedAt <= knownAt), cancel);
    }

    /// <summary>How many happened in <c>[from, until)</c>, by the named kinds.</summary>
    internal async Task<int> CountAsync(Instant from, Instant until, IReadOnlyCollection<Type> events, CancellationToken cancel)
    {
        var names = events.Select(e => kinds.NameOf(e).Name).ToHashSet();
        return await db.Set<RecordedEvent>().CountAsync(e => names.Contains(e.Name) && e.HappenedAt >= from && e.HappenedAt < until, cancel);
    }

    /// <summary>Whether anything was recorded since: the same state is the same journal.</summary>
    internal async Task<JournalState> StateAsync(CancellationToken cancel) => new(
        await db.Set<Seals.Seal>().MaxAsync(s => (int?)s.Number, cancel) ?? 0, await db.Set<RecordedEvent>().CountAsync(e => e.Seal == null, cancel));

    /// <summary>When one of the named kinds happened last to each of the subjects; those to which none did are missing.</summary>
    /// <param name="subjects">Keys, at most a few hundred.</param>
    public async Task<IReadOnlyDictionary<string, Instant>> LastAsync(IReadOnlyCollection<string> subjects, IReadOnlyCollection<Type> events, CancellationToken cancel = default)
    {
        var names = events.Select(e => kinds.NameOf(e).Name).ToHashSet();
        return await db.Set<RecordedEvent>().Where(e => subjects.Contains(e.Subject) && names.Contains(e.Name))
            .GroupBy(e => e.Subject).Select(e => new { e.Key, At = e.Max(x => x.HappenedAt) }).ToDictionaryAsync(e => e.Key, e => e.At, cancel);
    }

    /// <summary>
    /// Waits until whatever was recorded before now, in this process or another, can be read: an event gets its moment a little before it is saved.
    /// </summary>
    public async Task SettleAsync(CancellationToken cancel = default)
    {
        if (!db.IsPostgres)
        {
            await db.CommitAsync(cancel: cancel); // one after another; so those before are done
            return;
        }

        await Task.Delay(LongestUnbegun, cancel);
        var since = await db.Database.SqlQuery<DateTime>($"SELECT clock_timestamp() AS \"Value\"").SingleAsync(cancel);
        for (var waited = Duration.Zero; waited < LongestSave && await AnyBegunBeforeAsync(since, cancel); waited += Duration.FromMilliseconds(50))
        {
            await Task.Delay(50, cancel);
        }
    }

    private Task<bool> AnyBegunBeforeAsync(DateTime since, CancellationToken cancel) => db.Database
        .SqlQuery<bool>($"SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid() AND xact_start < {since}) AS \"Value\"").SingleAsync(cancel);

    /// <summary>Some rows of the journal by their ids.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, RecordedEvent>> RecordedAsync(OfficeDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        ids.Count == 0 ? new Dictionary<Guid, RecordedEvent>() : await db.Set<RecordedEvent>().AsNoTracking().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancel);

    private IQueryable<RecordedEvent> Between(Instant from, Instant until, Instant knownAt, IReadOnlyCollection<Type> events)
    {
        var names = events.Select(e => kinds.NameOf(e).Name).ToHashSet();
        return db.Set<RecordedEvent>().Where(e => names.Contains(e.Name) && e.HappenedAt >= from && e.HappenedAt < until && e.RecordedAt <= knownAt);
    }

    // One row after the other, for a half-year of them as they are stored does not fit into the memory of a small machine.
    private async Task<IReadOnlyList<Happening>> ReadAsync(IQueryable<RecordedEvent> asked, CancellationToken cancel)
    {
        List<Happening> happened = [];
        await foreach (var one in EachAsync(asked, [], cancel))
        {
            happened.Add(one);
        }

        return happened;
    }

    private async IAsyncEnumerable<Happening> EachAsync(IQueryable<RecordedEvent> asked, HashSet<string> keys, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var e in asked.OrderBy(e => e.HappenedAt).ThenBy(e => e.Subject).ThenBy(e => e.Version)
            .Select(e => new { e.Id, e.Subject, e.Version, e.Name, e.Shape, e.Body, e.By, e.HappenedAt, e.RecordedAt }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            yield return new(e.Id, Once(e.Subject), e.Version, kinds.Read(e.Name, e.Shape, e.Body), Once(e.By), e.HappenedAt, e.RecordedAt);
        }

        string Once(string key)
        {
            if (keys.TryGetValue(key, out var same))
            {
                return same;
            }

            keys.Add(key);
            return key;
        }
    }

    internal Happening Read(RecordedEvent e) => new(e.Id, e.Subject, e.Version, kinds.Read(e.Name, e.Shape, e.Body), e.By, e.HappenedAt, e.RecordedAt);

    private List<Happening> Read(List<RecordedEvent> rows) => [.. rows.Select(Read)];
}

/// <summary>How far the journal is written: it is only ever added to, and what is new is not sealed yet.</summary>
/// <param name="Seal">The last one's number.</param>
/// <param name="Open">How many events no seal closes over yet.</param>
internal sealed record JournalState(int Seal, int Open);
