using GridDesk.Hall.Definition;

namespace GridDesk.Hall.Wait;

/// <summary>Somebody who waits, as far as the order matters.</summary>
internal sealed record Waiter(Guid Id, TicketKind Kind, string Group, int? Only, Instant Turn, int Number)
{
    /// <summary>No volunteer calls them.</summary>
    public bool StaffOnly { get; init; }
}

/// <summary>A counter at work, and for how long it has served whoever is there; null when it is free.</summary>
internal sealed record WorkingCounter(CounterDefinition Counter, TicketKind? Serving, Duration? Since);

/// <summary>
/// How long a waiting person still waits, as a range: the hall is played forward many times from how it stands now, each time with
/// serving times, pauses and people with a head start as they were lately. Nine of ten plays end within the range. Whoever has very many
/// before them is told by how fast the first of those go.
/// </summary>
internal static class WaitForecast
{
    private const int Steps = 10_000;
    private const int Far = 100;

    /// <summary>In the order in which they would be called by one counter that served everybody.</summary>
    public static IEnumerable<Waiter> InOrder(IEnumerable<Waiter> waiting) => waiting.OrderBy(w => w.Turn).ThenBy(w => w.Number).ThenBy(w => w.Kind);

    /// <summary>How many wait who may be called before: those with an earlier turn whom one of the counters serves that serve this one too.</summary>
    public static int Ahead(Waiter me, IEnumerable<Waiter> waiting, IReadOnlyCollection<CounterDefinition> counters)
    {
        var mine = counters.Where(c => MayCall(c, me)).ToList();
        return InOrder(waiting).TakeWhile(w => w.Id != me.Id).Count(w => mine.Any(c => MayCall(c, w)));
    }

    /// <summary>From and to; null when no counter that serves them is at work.</summary>
    /// <param name="seed">The same gives the same.</param>
    public static (Duration From, Duration To)? Of(Waiter me, IReadOnlyList<Waiter> waiting, IReadOnlyList<WorkingCounter> counters, Pace pace, Instant now, int seed)
    {
        if (!counters.Any(c => MayCall(c.Counter, me)))
        {
            return null;
        }

        List<Waiter> before = [.. InOrder(waiting).TakeWhile(w => w.Id != me.Id)];
        var play = new HallPlay(me, [.. before.Take(Far), me], counters, pace, now, new Random(seed));
        var plays = Math.Clamp(Steps / (before.Count + 1), 100, 200);
        List<Duration> waits = [.. Enumerable.Range(0, plays).Select(_ => play.Once() * (Math.Max(before.Count, Far) / (double)Far)).Order()];
        return (waits[plays / 20], waits[^(plays / 20)]);
    }

    public static bool MayCall(CounterDefinition counter, Waiter who) => counter.Serves(who.Kind, who.Group) && !(counter.HasVolunteer && who.StaffOnly) && (who.Only ?? counter.Number) == counter.Number;
}
