using GridDesk.Kernel.Data;

namespace GridDesk.Requests.Shadow;

/// <summary>What a register would have looked like under our promises.</summary>
internal sealed class ShadowFigures
{
    private readonly IReadOnlyList<Cell> _cells;

    private ShadowFigures(IReadOnlyList<Cell> cells) => _cells = cells;

    /// <summary>Cases that have an end or should have had one: what the share of the late ones is of.</summary>
    public int Judged => Count(_cells.Where(IsJudged));

    public int Late => Count(LateCells);

    /// <summary>To one decimal; null when nothing was judged.</summary>
    public decimal? LateShare => Judged == 0 ? null : Math.Round(100m * Late / Judged, 1);

    /// <summary>Mean of the late ones, to one decimal.</summary>
    public decimal? DaysLate => Late == 0 ? null : Math.Round((decimal)LateCells.Sum(cell => cell.Days) / Late, 1);

    public int MostDaysLate => LateCells.Select(cell => cell.Most).DefaultIfEmpty().Max();

    /// <summary>Judged by the first version of a service, which came later than they.</summary>
    public int BeforeFirst => Count(_cells.Where(cell => cell.IsBeforeFirst));

    public int Of(Verdict verdict) => Count(_cells.Where(cell => cell.Verdict == verdict));

    public IReadOnlyList<(Cause Cause, int Count)> Causes => [.. LateCells.Where(cell => cell.Cause is not null).GroupBy(cell => cell.Cause!.Value).Select(same => (same.Key, Count(same))).OrderByDescending(cause => cause.Item2)];

    public IReadOnlyList<ShadowLine<string>> Services => Lines(cell => cell.Service);

    public IReadOnlyList<ShadowLine<string>> Departments => Lines(cell => cell.Department);

    public IReadOnlyList<ShadowLine<LocalDate>> Months => [.. Lines(cell => cell.Month).OrderBy(line => line.Key)];

    /// <summary>Judged cases in which the old system gave a day due.</summary>
    public int Compared => Count(_cells.Where(cell => IsJudged(cell) && cell.OldLate is not null));

    /// <summary>Cases by what the old system said and what we say.</summary>
    public int Compare(bool oldLate, bool late) => Count(_cells.Where(cell => IsJudged(cell) && cell.OldLate == oldLate && cell.Verdict.IsLate == late));

    /// <summary>Why the two differ, for those we call late or for those we do not.</summary>
    public IReadOnlyList<(Cause Cause, int Count)> Differences(bool late) =>
        [.. _cells.Where(cell => IsJudged(cell) && cell.Difference is not null && cell.Verdict.IsLate == late).GroupBy(cell => cell.Difference!.Value).Select(same => (same.Key, Count(same))).OrderByDescending(cause => cause.Item2)];

    private IEnumerable<Cell> LateCells => _cells.Where(cell => cell.Verdict.IsLate);

    // One question to the database; everything else is adding up a few hundred lines.
    public static async Task<ShadowFigures> OfAsync(OfficeDb db, Guid import, CancellationToken cancel) => new(await db.ShadowCases.AsNoTracking().Where(c => c.Import == import)
        .GroupBy(c => new { c.Service, c.Department, c.Month, c.Verdict, c.Cause, c.OldLate, c.Difference, c.IsBeforeFirst })
        .Select(same => new Cell(same.Key.Service, same.Key.Department, same.Key.Month, same.Key.Verdict, same.Key.Cause, same.Key.OldLate, same.Key.Difference, same.Key.IsBeforeFirst,
            same.Count(), same.Sum(c => c.LateBy), same.Max(c => c.LateBy)))
        .ToListAsync(cancel));

    private IReadOnlyList<ShadowLine<T>> Lines<T>(Func<Cell, T> key) where T : notnull => [.. _cells.Where(IsJudged).GroupBy(key)
        .Select(same => new ShadowLine<T>(same.Key, Count(same), Count(same.Where(cell => cell.Verdict.IsLate)), same.Sum(cell => cell.Days)))
        .OrderByDescending(line => line.Late).ThenByDescending(line => line.Judged).ThenBy(line => line.Key)];

    private static bool IsJudged(Cell cell) => cell.Verdict is Verdict.InTime or Verdict.Late or Verdict.NeverAnswered;

    private static int Count(IEnumerable<Cell> cells) => cells.Sum(cell => cell.Count);

    private sealed record Cell(string Service, string Department, LocalDate Month, Verdict Verdict, Cause? Cause, bool? OldLate, Cause? Difference, bool IsBeforeFirst, int Count, int Days, int Most);
}

/// <summary>The cases of one service, department or month.</summary>
/// <param name="Days">Working days late, all of them together.</param>
internal sealed record ShadowLine<T>(T Key, int Judged, int Late, int Days)
{
    public decimal LateShare => Judged == 0 ? 0 : Math.Round(100m * Late / Judged, 1);

    public decimal? DaysLate => Late == 0 ? null : Math.Round((decimal)Days / Late, 1);
}
