using System.Runtime.CompilerServices;
using GridDesk.Kernel.Events;

namespace GridDesk.Kernel.Indicators;

/// <summary>
/// What indicators read, one indicator after another: next always comes the one for which least has to be read that is not in memory.
/// A kind of event is read once, and let go when nobody is left who reads it, so that of a busy half-year only a part is held at any moment.
/// </summary>
internal sealed class EventsInTurn(EventLog events, Instant knownAt)
{
    private const int Many = 20_000;

    private static readonly Instant Beginning = Instant.FromUtc(1900, 1, 1, 0, 0);

    private readonly Dictionary<(Type Kind, bool Ever), IReadOnlyList<Happening>> _held = [];
    private (string Sources, IReadOnlyList<Happening> Happenings) _together = ("", []);

    /// <param name="wanted">In order; the turns depend on nothing else.</param>
    /// <param name="period">What happened in it; until its end, for figures that are a state.</param>
    public async IAsyncEnumerable<(Indicator Indicator, IReadOnlyList<Happening> Happenings)> ReadAsync(IEnumerable<Indicator> wanted, Interval period, [EnumeratorCancellation] CancellationToken cancel)
    {
        var left = wanted.ToList();
        while (left.MinBy(i => (Kinds(i).Count(kind => !_held.ContainsKey(kind)), -Kinds(i).Count(_held.ContainsKey))) is { } next)
        {
            left.Remove(next);
            foreach (var kind in Kinds(next).Where(kind => !_held.ContainsKey(kind)).ToList())
            {
                List<Happening> read = [];
                await foreach (var h in events.EachBetweenAsync(kind.Ever ? Beginning : period.Start, period.End, knownAt, kind.Kind, cancel))
                {
                    // Another version of the same event is another kind.
                    if (h.Event.GetType() == kind.Kind)
                    {
                        read.Add(h);
                    }
                }

                _held[kind] = read;
            }

            yield return (next, Together(next));
            LetGo([.. _held.Keys.Except(left.SelectMany(Kinds))]);
        }
    }

    // Left to itself the collector takes memory for the next kinds beside the last.
    private void LetGo(IReadOnlyList<(Type Kind, bool Ever)> kinds)
    {
        var many = kinds.Sum(kind => _held[kind].Count) > Many;
        foreach (var kind in kinds)
        {
            _held.Remove(kind);
            _together = ("", []);
        }

        if (many)
        {
            GC.Collect();
        }
    }

    private static IEnumerable<(Type Kind, bool Ever)> Kinds(Indicator indicator) => indicator.Sources.Distinct().Select(source => (source, indicator.FromTheBeginning));

    // Each kind is in order already, and several indicators read the same ones.
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
            _together = (sources, [.. kinds.SelectMany(kind => _held[kind]).OrderBy(h => h.HappenedAt).ThenBy(h => h.Subject, StringComparer.Ordinal).ThenBy(h => h.Version)]);
        }

        return _together.Happenings;
    }
}
