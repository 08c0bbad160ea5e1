namespace GridDesk.Hall.Figures;

/// <summary>Visitors and their waiting by weekday and by the hour in which they came.</summary>
internal sealed class HeatMap
{
    public const int Levels = 6;

    private static readonly IsoDayOfWeek[] Week = [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];

    private readonly Dictionary<(IsoDayOfWeek Day, int Hour), HallTally> _cells;

    public HeatMap(IEnumerable<PastVisit> visits)
    {
        _cells = visits.GroupBy(v => (v.Came.DayOfWeek, v.Came.Hour)).ToDictionary(cell => cell.Key, cell => HallTally.Of([.. cell]));
        Days = [.. Week.Where(day => day <= IsoDayOfWeek.Friday || _cells.Keys.Any(cell => cell.Day == day))];
        Hours = _cells.Count == 0 ? [] : [.. Enumerable.Range(_cells.Keys.Min(c => c.Hour), _cells.Keys.Max(c => c.Hour) - _cells.Keys.Min(c => c.Hour) + 1)];
    }

    /// <summary>Monday to Friday, and each other on which somebody came.</summary>
    public IReadOnlyList<IsoDayOfWeek> Days { get; }

    /// <summary>From the first in which somebody came to the last.</summary>
    public IReadOnlyList<int> Hours { get; }

    /// <summary>Null when nobody came.</summary>
    public HallTally? this[IsoDayOfWeek day, int hour] => _cells.GetValueOrDefault((day, hour));

    /// <summary>How dark a cell is beside the darkest: 0 for nothing, to <see cref="Levels"/>.</summary>
    public int Level(Func<HallTally, decimal?> of, IsoDayOfWeek day, int hour) => this[day, hour] is { } cell ? Level(of(cell) ?? 0, _cells.Values.Max(of) ?? 0) : 0;

    public static int Level(decimal value, decimal most) => value <= 0 ? 0 : (int)Math.Ceiling(Levels * value / most);
}
