using GridDesk.Hall.Definition;

namespace GridDesk.Hall.Wait;

/// <summary>Somebody who waits, as far as the order matters.</summary>
internal sealed record Waiter(Guid Id, TicketKind Kind, string Group, int? Only, Instant Turn, int Number);

/// <summary>A counter at work, and for how long it has served whoever is there; null when it is free.</summary>
internal sealed record WorkingCounter(CounterDefinition Counter, TicketKind? Serving, Duration? Since);

/// <summary>
/// How long a waiting person still waits, as a range: the hall is played forward many times from how it stands now, each time with
/// serving times as they were lately. Nine of ten plays end within the range.
/// </summary>
internal static class WaitForecast
{
    private const int Plays = 200;

    /// <summary>In the order in which they would be called by one counter that served everybody.</summary>
    public static IEnumerable<Waiter> InOrder(IEnumerable<Waiter> waiting) => waiting.OrderBy(w => w.Turn).ThenBy(w => w.Number).ThenBy(w => w.Kind);

    /// <summary>How many wait who may be called before: those with an earlier turn whom one of the counters serves that serve this one too.</summary>
    public static int Ahead(Waiter me, IEnumerable<Waiter> waiting, IReadOnlyCollection<CounterDefinition> counters)
    {
        var mine = counters.Where(c => MayCall(c, me)).ToList();
        return InOrder(waiting).TakeWhile(w => w.Id != me.Id).Count(w => mine.Any(c => MayCall(c, w)));
    }

    /// <summary>From and to; null when no counter that serves them is at work.</summary>
    /// <param name="times">How long people of a kind were served lately; never empty.</param>
    /// <param name="seed">The same gives the same.</param>
    public static (Duration From, Duration To)? Of(Waiter me, IReadOnlyList<Waiter> waiting, IReadOnlyList<WorkingCounter> counters, Func<TicketKind, IReadOnlyList<Duration>> times, int seed)
    {
        if (!counters.Any(c => MayCall(c.Counter, me)))
        {
            return null;
        }

        var (line, random) = (InOrder(waiting).TakeWhile(w => w.Id != me.Id).Append(me).ToList(), new Random(seed));
        List<Duration> waits = [.. Enumerable.Range(0, Plays).Select(_ => Play(me, line, counters, times, random)).Order()];
        return (waits[Plays / 20], waits[^(Plays / 20)]);
    }

    public static bool MayCall(CounterDefinition counter, Waiter who) => counter.Serves(who.Kind, who.Group) && (who.Only ?? counter.Number) == counter.Number;

    private static Duration Play(Waiter me, List<Waiter> line, IReadOnlyList<WorkingCounter> counters, Func<TicketKind, IReadOnlyList<Duration>> times, Random random)
    {
        var left = new List<Waiter>(line);
        var free = new PriorityQueue<CounterDefinition, Duration>(counters.Select(c => (c.Counter, c.Serving is { } kind ? Rest(times(kind), c.Since!.Value, random) : Duration.Zero)));
        while (free.TryDequeue(out var counter, out var at))
        {
            var next = left.FindIndex(w => MayCall(counter, w));
            if (next < 0)
            {
                continue; // whoever comes later is behind us
            }

            if (left[next].Id == me.Id)
            {
                return at;
            }

            free.Enqueue(counter, at + One(times(left[next].Kind), random));
            left.RemoveAt(next);
        }

        return Duration.Zero;
    }

    // Of those that took at least as long as this one already has.
    private static Duration Rest(IReadOnlyList<Duration> times, Duration since, Random random)
    {
        var longer = times.Where(t => t > since).ToList();
        return longer.Count > 0 ? One(longer, random) - since : One(times, random) / 2;
    }

    private static Duration One(IReadOnlyList<Duration> times, Random random) => times[random.Next(times.Count)];
}
