namespace GridDesk.Hall.Figures;

/// <summary>How it went for some visitors, as the plan's statistics count it.</summary>
/// <param name="Waited">By each call, from taking the ticket or from being sent on.</param>
/// <param name="Served">From the last call to the end, of those who were served.</param>
/// <param name="Missed">Called, and nobody came.</param>
internal sealed record HallTally(int Visitors, TimeTaken Waited, TimeTaken Served, int Missed, int OutOfTurn)
{
    public static HallTally Of(IReadOnlyCollection<PastVisit> visits) => new(
        visits.Count,
        TimeTaken.Of([.. visits.SelectMany(v => v.Calls).Select(c => c.Waited).OfType<int>()]),
        TimeTaken.Of([.. visits.Select(v => v.End).OfType<PastEnd>().Where(end => end.Outcome is not null).Select(end => end.Served)]),
        visits.Count(v => v.End is { Outcome: null }),
        visits.Sum(v => v.Calls.Count(c => c.OutOfTurn)));
}

/// <param name="Mean">In minutes, to one decimal; null when there is none.</param>
/// <param name="Ninety">Nine of ten took no longer.</param>
internal sealed record TimeTaken(decimal? Mean, decimal? Ninety)
{
    public static TimeTaken Of(IReadOnlyCollection<int> seconds) => seconds.Count == 0 ? new(null, null)
        : new(Minutes((decimal)seconds.Average()), Minutes(seconds.Order().ElementAt((int)Math.Ceiling(.9m * seconds.Count) - 1)));

    private static decimal Minutes(decimal seconds) => Math.Round(seconds / 60, 1);
}
