using GridDesk.Kernel.Events;

namespace GridDesk.Kernel.Indicators;

/// <summary>
/// What indicators read, one indicator after another: next always comes the one for which least has to be read that is not in memory.
/// A kind of event is read once, and let go when nobody is left who reads it, so that of a busy half-year only a part is held at any moment.
/// </summary>
internal sealed class EventsInTurn(EventLog events, HashSet<string> keys, Instant knownAt)
{
    private const int Many = 20_000;

    private static readonly Instant Beginning = Instant.FromUtc(1900, 1, 1, 0, 0);

    private readonly Dictionary<(Type Kind, bool Ever), IReadOnlyList<Happening>> _held = [];
    private (string Sources, IReadOnlyList<Happening> Happenings) _together = ("", []);

    /// <param name="wanted">In order; the turns depend on nothing else.</param>
    /// <param name="period">What happened in it; until its end, for figures that are a state.</param>
    /// <param name="each">What is done with an indicator and what happened; nobody holds that any more when it has ended.</param>
    public async Task ReadAsync(IEnumerable<Indicator> wanted, Interval period, Func<Indicator, IReadOnlyList<Happening>, Task> each, CancellationToken cancel)
    {
        var left = wanted.ToList();
        while (left.MinBy(i => (Kinds(i).Count(kind => !_held.ContainsKey(kind)), -Kinds(i).Count(_held.ContainsKey))) is { } next)
        {
            left.Remove(next);
            foreach (var kind in Kinds(next).Where(kind => !_held.ContainsKey(kind)).ToList())
            {
                _held[kind] = await ReadAsync(kind, period, cancel);
            }

            HeldMemory.GiveBack();
            var rows = Together(next).Count; // at most, and nobody holds them when their figure has been read
            await each(next, Together(next));
            await Task.Yield(); // else what was awaited is still on the stack, and holds all that it read
            HeldMemory.GiveBack(rows + LetGo([.. _held.Keys.Except(left.SelectMany(Kinds))]));
        }
    }

    private async Task<IReadOnlyList<Happening>> ReadAsync((Type Kind, bool Ever) kind, Interval period, CancellationToken cancel)
    {
        List<Happening> read = [];
        await foreach (var h in events.EachBetweenAsync(kind.Ever ? Beginning : period.Start, period.End, knownAt, kind.Kind, keys, cancel))
        {
            // Another version of the same event is another kind.
            if (h.Event.GetType() == kind.Kind)
            {
                read.Add(h);
                if (read.Count % Many == 0)
                {
                    HeldMemory.GiveBack();
                }
            }
        }

        return read;
    }

    private int LetGo(IReadOnlyList<(Type Kind, bool Ever)> kinds)
    {
        var happenings = 0;
        foreach (var kind in kinds)
        {
            happenings += _held[kind].Count;
            _held.Remove(kind);
            _together = ("", []);
        }

        return happenings;
    }

    private static IEnumerable<(Type Kind, bool Ever)> Kinds(Indicator indicator) => indicator.Sources.Distinct().Select(source => (source, indicator.FromTheBeginning));

    // Several indicators read the same ones.
    private IReadOnlyList<Happening> Together(Indicator indicator)
    {
        var kinds = Kinds(indicator).ToList();
        if (kinds is [var only])
        {
            return _held[only];
        }

        var sources = string.Join(' ', kinds);
        if (_together.Sources != sources)
        {
            _together = ("", []);
            var all = kinds.SelectMany(kind => _held[kind]).ToArray();
            Array.Sort(all, InOrder);
            _together = (sources, all);
        }

        return _together.Happenings;
    }

    private static int InOrder(Happening one, Happening other) =>
        one.HappenedAt.CompareTo(other.HappenedAt) is not 0 and var time ? time
        : string.CompareOrdinal(one.Subject, other.Subject) is not 0 and var subject ? subject
        : one.Version.CompareTo(other.Version);
}
