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
/// serving times, pauses and people with a head start as they were lately. Nine of ten plays end within the range.
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
    /// <param name="seed">The same gives the same.</param>
    public static (Duration From, Duration To)? Of(Waiter me, IReadOnlyList<Waiter> waiting, IReadOnlyList<WorkingCounter> counters, Pace pace, Instant now, int seed)
    {
        if (!counters.Any(c => MayCall(c.Counter, me)))
        {
            return null;
        }

        var play = new HallPlay(me, [.. InOrder(waiting).TakeWhile(w => w.Id != me.Id), me], counters, pace, now, new Random(seed));
        List<Duration> waits = [.. Enumerable.Range(0, Plays).Select(_ => play.Once()).Order()];
        return (waits[Plays / 20], waits[^(Plays / 20)]);
    }

    public static bool MayCall(CounterDefinition counter, Waiter who) => counter.Serves(who.Kind, who.Group) && !(counter.HasVolunteer && who.StaffOnly) && (who.Only ?? counter.Number) == counter.Number;
}
