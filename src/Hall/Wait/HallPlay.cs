using GridDesk.Hall.Definition;

namespace GridDesk.Hall.Wait;

/// <summary>How a hall may go on from now until somebody is called, by chance and by how it went lately.</summary>
/// <param name="line">Whoever is to be called before <paramref name="me"/>, in order, and at its end <paramref name="me"/>.</param>
internal sealed class HallPlay(Waiter me, IReadOnlyList<Waiter> line, IReadOnlyList<WorkingCounter> counters, Pace pace, Instant now, Random random)
{
    private static readonly Duration Hour = Duration.FromHours(1);

    // Of those that took at least as long as this one already has.
    private readonly IReadOnlyList<(CounterDefinition Counter, IReadOnlyList<Duration>? Rests)> _working =
        [.. counters.Select(c => (c.Counter, c.Serving is { } kind ? Rests(pace.Served[kind], c.Since!.Value) : null))];

    /// <summary>How long <paramref name="me"/> waits this time.</summary>
    public Duration Once()
    {
        var (left, overtaking) = (new List<Waiter>(line), Overtaking());
        var free = new PriorityQueue<CounterDefinition, Duration>(_working.Select(w => (w.Counter, (w.Rests is { } rests ? One(rests) : Duration.Zero) + One(pace.Between))));
        while (free.TryDequeue(out var counter, out var at))
        {
            while (overtaking.TryPeek(out var comes, out var comesAt) && comesAt <= at)
            {
                left.Insert(left.FindIndex(w => w.Id == me.Id || w.Turn > comes.Turn), overtaking.Dequeue());
            }

            var next = left.FindIndex(w => WaitForecast.MayCall(counter, w));
            if (next < 0)
            {
                if (overtaking.TryPeek(out _, out var later))
                {
                    free.Enqueue(counter, later + One(pace.Between));
                }

                continue; // everybody else who comes later is behind us
            }

            if (left[next].Id == me.Id)
            {
                return at;
            }

            free.Enqueue(counter, at + One(pace.Served[left[next].Kind]) + One(pace.Between));
            left.RemoveAt(next);
        }

        return Duration.Zero;
    }

    // Whoever comes later with a head start, as often as such people came within the last hour, while it still puts them before us.
    private PriorityQueue<Waiter, Duration> Overtaking()
    {
        var coming = new PriorityQueue<Waiter, Duration>();
        foreach (var kind in pace.Came.GroupBy(c => c.Kind))
        {
            var (came, until) = (kind.ToList(), me.Turn + kind.First().HeadStart - now);
            for (var at = Pause(came.Count); at < until; at += Pause(came.Count))
            {
                var one = came[random.Next(came.Count)];
                coming.Enqueue(new(Guid.AllBitsSet, one.Kind, one.Group, null, now + at - one.HeadStart, int.MaxValue), at);
            }
        }

        return coming;
    }

    private Duration Pause(int perHour) => Hour * (-Math.Log(1 - random.NextDouble()) / perHour);

    private static IReadOnlyList<Duration> Rests(IReadOnlyList<Duration> times, Duration since)
    {
        var longer = times.Where(t => t > since).Select(t => t - since).ToList();
        return longer.Count > 0 ? longer : [.. times.Select(t => t / 2)];
    }

    private Duration One(IReadOnlyList<Duration> times) => times[random.Next(times.Count)];
}
