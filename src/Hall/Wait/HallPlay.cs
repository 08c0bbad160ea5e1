using GridDesk.Hall.Definition;

namespace GridDesk.Hall.Wait;

/// <summary>How a hall may go on from now until somebody is called, by chance and by how it went lately. In ticks from now, for it is played very often.</summary>
internal sealed class HallPlay
{
    private readonly Random _random;
    private readonly List<Row> _rows = [];
    private readonly IReadOnlyList<AtWork> _working;
    private readonly IReadOnlyList<Comers> _comers;
    private readonly long[] _between;
    private readonly Row _mine;

    /// <summary>Those who are the same to every counter, in their order.</summary>
    private sealed class Row(Waiter like, long[] served)
    {
        public Waiter Like { get; } = like;

        public long[] Served { get; } = served;

        public List<long> Turns { get; } = [];

        /// <summary>Turns of those who came meanwhile.</summary>
        public Queue<long> Came { get; } = [];

        public int Called { get; set; }

        public long First => Math.Min(Called < Turns.Count ? Turns[Called] : long.MaxValue, Came.TryPeek(out var came) ? came : long.MaxValue);
    }

    /// <param name="Rests">How long it is still with whoever is there; nobody is when null.</param>
    private sealed record AtWork(IReadOnlyList<Row> Rows, long[]? Rests);

    /// <summary>How often people of a kind came within the last hour, and how far they are put forward.</summary>
    private sealed record Comers(IReadOnlyList<Row> Rows, long HeadStart, long Until);

    /// <param name="line">Whoever is to be called before <paramref name="me"/>, in order, and at its end <paramref name="me"/>.</param>
    public HallPlay(Waiter me, IReadOnlyList<Waiter> line, IReadOnlyList<WorkingCounter> counters, Pace pace, Instant now, Random random)
    {
        (_random, _between) = (random, Ticks(pace.Between));
        var served = pace.Served.ToDictionary(of => of.Key, of => Ticks(of.Value));
        foreach (var waiter in line)
        {
            RowOf(waiter).Turns.Add((waiter.Turn - now).BclCompatibleTicks);
        }

        _mine = RowOf(me);
        _comers = [.. pace.Came.GroupBy(c => c.Kind).Select(kind => new Comers(
            [.. kind.Select(c => RowOf(new(Guid.Empty, c.Kind, c.Group, null, now, 0)))], kind.First().HeadStart.BclCompatibleTicks, (me.Turn + kind.First().HeadStart - now).BclCompatibleTicks))];
        _working = [.. counters.Select(c => new AtWork(
            [.. _rows.Where(row => WaitForecast.MayCall(c.Counter, row.Like))], c.Serving is { } kind ? Rests(served[kind], c.Since!.Value.BclCompatibleTicks) : null))];

        Row RowOf(Waiter waiter)
        {
            var row = _rows.Find(r => (r.Like.Kind, r.Like.Group, r.Like.Only, r.Like.StaffOnly) == (waiter.Kind, waiter.Group, waiter.Only, waiter.StaffOnly));
            if (row is null)
            {
                _rows.Add(row = new(waiter, served[waiter.Kind]));
            }

            return row;
        }
    }

    /// <summary>How long they wait this time.</summary>
    public Duration Once()
    {
        foreach (var row in _rows)
        {
            row.Called = 0;
            row.Came.Clear();
        }

        var coming = Coming();
        var free = new PriorityQueue<AtWork, long>(_working.Select(counter => (counter, (counter.Rests is { } rests ? One(rests) : 0) + One(_between))));
        while (free.TryDequeue(out var counter, out var at))
        {
            while (coming.TryPeek(out var comes, out var comesAt) && comesAt <= at)
            {
                comes.Row.Came.Enqueue(comes.Turn);
                coming.Dequeue();
            }

            if (Next(counter.Rows) is not { } next)
            {
                if (coming.TryPeek(out _, out var later))
                {
                    free.Enqueue(counter, later + One(_between));
                }

                continue; // everybody else who comes later is behind us
            }

            if (Call(next))
            {
                return Duration.FromTicks(at);
            }

            free.Enqueue(counter, at + One(next.Served) + One(_between));
        }

        return Duration.Zero;
    }

    private static Row? Next(IReadOnlyList<Row> rows)
    {
        var (next, turn) = ((Row?)null, long.MaxValue);
        foreach (var row in rows)
        {
            if (row.First < turn)
            {
                (next, turn) = (row, row.First);
            }
        }

        return next;
    }

    // True when it is us: the last of our row.
    private bool Call(Row row)
    {
        if (row.Came.TryPeek(out var came) && came == row.First)
        {
            row.Came.Dequeue();
            return false;
        }

        row.Called++;
        return row == _mine && row.Called == row.Turns.Count;
    }

    // Whoever comes later with a head start, as often as such people came within the last hour, while it still puts them before us.
    private PriorityQueue<(Row Row, long Turn), long> Coming()
    {
        var coming = new PriorityQueue<(Row, long), long>();
        foreach (var kind in _comers)
        {
            for (var at = Pause(kind.Rows.Count); at < kind.Until; at += Pause(kind.Rows.Count))
            {
                coming.Enqueue((kind.Rows[_random.Next(kind.Rows.Count)], at - kind.HeadStart), at);
            }
        }

        return coming;
    }

    private long Pause(int perHour) => (long)(-Math.Log(1 - _random.NextDouble()) / perHour * NodaConstants.TicksPerHour);

    // Of those that took at least as long as this one already has.
    private static long[] Rests(long[] times, long since) => times.Where(t => t > since).Select(t => t - since).ToArray() is { Length: > 0 } longer ? longer : [.. times.Select(t => t / 2)];

    private long One(long[] times) => times[_random.Next(times.Length)];

    private static long[] Ticks(IEnumerable<Duration> times) => [.. times.Select(t => t.BclCompatibleTicks)];
}
