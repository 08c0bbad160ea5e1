using GridDesk.Kernel.Events;

namespace GridDesk.Kernel.Indicators;

/// <summary>
/// What figures were read from last, kept as it was read for as long as the memory is not needed for something else. The journal
/// is only ever added to, so as many events as before are the same events; of more, the new ones alone are read.
/// </summary>
internal sealed class JournalMemory : IDisposable
{
    // A page asks for one half-year and its beginning; a few people look at different ones.
    private const int StretchesAtMost = 6;

    // What happened is seldom keyed in much later; when it is, everything is read again.
    private static readonly Duration KeyedLate = Duration.FromDays(2);

    private readonly SemaphoreSlim _one = new(1);
    // Weakly: a busy half-year must not fill the machine, and all of it can be read again.
    private readonly List<WeakReference<Stretch>> _stretches = [];

    /// <summary>The events of some kinds, and of more where they were read together with others, that happened in <c>[from, until)</c>, as many as there are now.</summary>
    public async Task<Stretch> ReadAsync(EventLog events, Instant from, Instant until, IReadOnlyCollection<Type> kinds, CancellationToken cancel)
    {
        if (kinds.Count == 0)
        {
            return new(from, until, [], []);
        }

        await _one.WaitAsync(cancel);
        try
        {
            var known = Kept().Where(s => s.From == from && s.Until == until && s.Kinds.IsSupersetOf(kinds)).MinBy(s => s.Kinds.Count);
            kinds = known?.Kinds ?? kinds;
            var count = await events.CountAsync(from, until, kinds, cancel);
            var stretch = known?.Happenings.Count == count ? known : await MoreAsync(events, known, from, until, kinds, cancel);
            List<Stretch> latest = [.. Kept().Where(s => s != known), stretch];
            _stretches.Clear();
            _stretches.AddRange(latest.TakeLast(StretchesAtMost).Select(s => new WeakReference<Stretch>(s)));
            return stretch;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private IEnumerable<Stretch> Kept() => _stretches.Select(kept => kept.TryGetTarget(out var stretch) ? stretch : null).OfType<Stretch>();

    private static async Task<Stretch> MoreAsync(EventLog events, Stretch? known, Instant from, Instant until, IReadOnlyCollection<Type> kinds, CancellationToken cancel)
    {
        if (known is { Happenings: [.., var last] })
        {
            var since = Instant.Max(from, last.HappenedAt - KeyedLate);
            var latest = await events.BetweenAsync(since, until, Instant.MaxValue, kinds, cancel);
            var before = known.Happenings.TakeWhile(h => h.HappenedAt < since).ToList();
            // Counted after they were read: one that was keyed in late stands before them and would be missed.
            if (before.Count + latest.Count == await events.CountAsync(from, until, kinds, cancel))
            {
                return new(from, until, known.Kinds, [.. before, .. latest]);
            }
        }

        return new(from, until, [.. kinds], await events.BetweenAsync(from, until, Instant.MaxValue, kinds, cancel));
    }
}

/// <summary>The events of some kinds that happened in <c>[From, Until)</c>, in order; never changed, only replaced.</summary>
internal sealed record Stretch(Instant From, Instant Until, HashSet<Type> Kinds, IReadOnlyList<Happening> Happenings)
{
    /// <summary>When the last of them became known.</summary>
    public Instant KnownAt { get; } = Happenings.Select(h => h.RecordedAt).DefaultIfEmpty(Instant.MinValue).Max();

    private const int FiguresAtMost = 8;

    private readonly Lock _one = new();
    private readonly OrderedDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, Figure>>> _figures = [];

    /// <summary>What was made of them before under this name, or else now. They stay for as long as nothing new happens; of many, those that were asked for last.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, Figure>> Figures(string name, Func<IReadOnlyList<IReadOnlyDictionary<string, Figure>>> make)
    {
        var made = Kept(name) ?? make();
        lock (_one)
        {
            _figures.Remove(name);
            _figures.Add(name, made);
            if (_figures.Count > FiguresAtMost)
            {
                _figures.RemoveAt(0);
            }
        }

        return made;
    }

    private IReadOnlyList<IReadOnlyDictionary<string, Figure>>? Kept(string name)
    {
        lock (_one)
        {
            return _figures.GetValueOrDefault(name);
        }
    }
}
