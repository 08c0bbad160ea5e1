namespace GridDesk.Hall.Figures;

/// <summary>Visitors of the noon break before the noon service began at a hall and since, over the days asked about.</summary>
/// <param name="Began">The day of the first shift of a volunteer at one of its counters; null when there was none yet.</param>
/// <param name="DaysBefore">On which anybody came to the hall at all.</param>
internal sealed record NoonBeforeAndSince(LocalDate? Began, int DaysBefore, HallTally Before, int DaysSince, HallTally Since)
{
    /// <summary>There are days on both sides.</summary>
    public bool Compares => DaysBefore > 0 && DaysSince > 0;

    /// <param name="isNoon">Whether the hall had its noon break then.</param>
    public static NoonBeforeAndSince Of(IReadOnlyCollection<PastVisit> visits, LocalDate? began, Func<LocalDateTime, bool> isNoon)
    {
        var sides = visits.ToLookup(v => v.Came.Date >= began);
        return new(began, Days(sides[false]), Noon(sides[false]), Days(sides[true]), Noon(sides[true]));

        int Days(IEnumerable<PastVisit> side) => side.Select(v => v.Came.Date).Distinct().Count();
        HallTally Noon(IEnumerable<PastVisit> side) => HallTally.Of([.. side.Where(v => isNoon(v.Came))]);
    }
}
