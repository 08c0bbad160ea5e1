namespace GridDesk.Kernel.Time;

/// <summary>Half a year of the Republic, the period of the office's assessments.</summary>
public sealed record HalfYear
{
    /// <param name="rocYear">The year of the Republic, 1 being 1912.</param>
    /// <param name="half">1 (January to June) or 2 (July to December).</param>
    public HalfYear(int rocYear, int half)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rocYear, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(half, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(half, 2);
        RocYear = rocYear;
        Half = half;
    }

    public int RocYear { get; }

    public int Half { get; }

    public static HalfYear Of(LocalDate date) => new(RocDate.YearOf(date), date.Month <= 6 ? 1 : 2);

    /// <summary>The first day.</summary>
    public LocalDate From => new(RocYear + 1911, Half == 1 ? 1 : 7, 1);

    /// <summary>The last day.</summary>
    public LocalDate Until => From.PlusMonths(6).PlusDays(-1);

    /// <summary>From its first midnight to the midnight after its last day, as the office's zone has them.</summary>
    public Interval In(DateTimeZone zone) =>
        new(zone.AtStartOfDay(From).ToInstant(), zone.AtStartOfDay(Until.PlusDays(1)).ToInstant());

    /// <summary>Its six months, in order, each as <see cref="In"/>.</summary>
    public IReadOnlyList<Interval> MonthsIn(DateTimeZone zone) =>
        [.. Enumerable.Range(0, 6).Select(month => new Interval(zone.AtStartOfDay(From.PlusMonths(month)).ToInstant(), zone.AtStartOfDay(From.PlusMonths(month + 1)).ToInstant()))];

    /// <summary>108年上半年, first half of 2019</summary>
    public Phrase Name => new(
        $"{RocYear}年{(Half == 1 ? "上" : "下")}半年", $"{(Half == 1 ? "first" : "second")} half of {From.Year}");
}
