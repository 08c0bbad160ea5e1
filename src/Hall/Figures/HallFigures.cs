namespace GridDesk.Hall.Figures;

/// <summary>How a hall went over some days: all that its page and its files tell.</summary>
internal sealed class HallFigures
{
    /// <param name="visits">Of those days and of the fortnight after them.</param>
    /// <param name="until">The last of those days.</param>
    public HallFigures(IReadOnlyList<PastVisit> visits, LocalDate until, LocalDate? noonBegan, Func<LocalDateTime, bool> isNoon)
    {
        var asked = visits.Where(v => v.Came.Date <= until).ToList();
        All = HallTally.Of(asked);
        Kinds = Each(asked, v => v.Kind);
        Counters = [.. asked.SelectMany(v => v.Calls).Select(c => c.Counter).Distinct().Order()
            .Select(counter => (counter, HallTally.Of([.. asked.Where(v => v.Calls.Any(c => c.Counter == counter)).Select(v => v.At(counter))])))];
        Hours = Each(asked, v => v.Came.Hour);
        Heat = new(asked);
        Second = SecondVisits.Of(asked, visits);
        Noon = NoonBeforeAndSince.Of(asked, noonBegan, isNoon);
        Told = Calibration.Of(asked);
    }

    public HallTally All { get; }

    public IReadOnlyList<(TicketKind Kind, HallTally Tally)> Kinds { get; }

    /// <summary>Whoever was sent on is a visitor of each counter that called them.</summary>
    public IReadOnlyList<(int Counter, HallTally Tally)> Counters { get; }

    /// <summary>By the hour of coming.</summary>
    public IReadOnlyList<(int Hour, HallTally Tally)> Hours { get; }

    public HeatMap Heat { get; }

    public SecondVisits Second { get; }

    public NoonBeforeAndSince Noon { get; }

    public Calibration Told { get; }

    private static IReadOnlyList<(TKey, HallTally)> Each<TKey>(IEnumerable<PastVisit> visits, Func<PastVisit, TKey> by) => [.. visits.GroupBy(by).OrderBy(group => group.Key).Select(group => (group.Key, HallTally.Of([.. group])))];
}

/// <summary>Of the visitors who were told how long they would wait and were called, those who waited so long.</summary>
internal sealed record Calibration(int Visitors, int AsTold)
{
    /// <summary>A per cent of fewer would mislead.</summary>
    public const int Fewest = 30;

    public static Calibration Of(IReadOnlyCollection<PastVisit> visits) => new(visits.Count(v => v.AsTold is not null), visits.Count(v => v.AsTold is true));

    /// <summary>Null while there are too few.</summary>
    public int? PerCent => Visitors < Fewest ? null : (int)Math.Round(100m * AsTold / Visitors);
}
