namespace GridDesk.Requests.Procedures;

/// <summary>
/// By how many days two groups of cases differ, after minus before, and between which bounds nine times in ten: the Hodges–Lehmann
/// estimate (the middle of all differences between one case after and one before) with the interval of Mann and Whitney. It
/// supposes no shape of the days, only that what changed moved them, and a few very long cases do not carry it away.
/// </summary>
/// <param name="Days">Negative when it is faster now.</param>
internal sealed record Difference(decimal Days, decimal Low, decimal High)
{
    // Of the normal distribution, so that a twentieth lies beyond on each side; good from ten cases a side on.
    private const double NineInTen = 1.6449;

    public static Difference Of(IReadOnlyCollection<decimal> before, IReadOnlyCollection<decimal> after)
    {
        if (before.Count == 0 || after.Count == 0)
        {
            throw new ArgumentException("There is nothing to compare.");
        }

        var pairs = (long)before.Count * after.Count;
        var beyond = Math.Max(1, (long)Math.Floor((pairs / 2.0) - (NineInTen * Math.Sqrt(pairs * (before.Count + after.Count + 1) / 12.0))));
        var differences = Differences(before, after);
        return new((At((pairs + 1) / 2) + At((pairs + 2) / 2)) / 2, At(beyond), At(pairs + 1 - beyond));

        decimal At(long rank) => differences.First(counted => counted.UpTo >= rank).Days;
    }

    // Days are whole and few, so equal differences are counted and not listed; each with how many there are up to it.
    private static List<(decimal Days, long UpTo)> Differences(IReadOnlyCollection<decimal> before, IReadOnlyCollection<decimal> after)
    {
        var (earlier, times) = (before.CountBy(days => days).ToList(), new SortedDictionary<decimal, long>());
        foreach (var (later, count) in after.CountBy(days => days))
        {
            foreach (var (sooner, often) in earlier)
            {
                times[later - sooner] = times.GetValueOrDefault(later - sooner) + ((long)count * often);
            }
        }

        var (upTo, listed) = (0L, new List<(decimal, long)>(times.Count));
        foreach (var (days, often) in times)
        {
            listed.Add((days, upTo += often));
        }

        return listed;
    }
}
