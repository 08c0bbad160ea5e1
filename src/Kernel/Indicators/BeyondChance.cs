namespace GridDesk.Kernel.Indicators;

/// <summary>Which way a figure went.</summary>
public enum Trend { Up, Down }

/// <summary>
/// Whether a figure went up or down by more than chance would have it: two-sided, at five per cent. Where that cannot be said
/// there is no trend: a percentile, a sum, a state that is not made of its rows, few values.
/// </summary>
/// <remarks>
/// Counts: the exact conditional test of two Poisson counts (Przyborowski and Wilenski, Biometrika 31, 1940). Shares: Fisher's exact
/// test (Fisher, Statistical Methods for Research Workers, 5th edition 1934, § 21.02). Both take twice the smaller tail. Means: Welch's
/// t (Biometrika 34, 1947), its quantile by Abramowitz and Stegun 26.7.5.
/// </remarks>
public static class BeyondChance
{
    /// <summary>Of so few values a mean and its spread say little, and the expansion of the quantile is exact to three digits from here on.</summary>
    public const int ValuesAtLeast = 10;

    private const double Level = 0.05;

    /// <param name="earlier">How long the period of <paramref name="before"/> was.</param>
    /// <param name="later">How long that of <paramref name="now"/> was; of one that is not over, so far.</param>
    public static Trend? Between(Figure before, Duration earlier, Figure now, Duration later) => (before, now) switch
    {
        _ when before.Value is null || now.Value is null || !before.IsDivisible || !now.IsDivisible => null,
        ({ IsCount: true }, { IsCount: true }) => OfCounts(before.RowCount, earlier, now.RowCount, later),
        ({ Part: { } part, Whole: { } whole }, { Part: { } of, Whole: { } all }) => OfShares(part, whole, of, all),
        ({ Spread: { } one }, { Spread: { } other }) => OfMeans(one, other),
        _ => null,
    };

    /// <summary>Of all that happened in both periods, each fell into the later one with the later one's share of the time.</summary>
    internal static Trend? OfCounts(int before, Duration earlier, int now, Duration later)
    {
        if (earlier <= Duration.Zero || later <= Duration.Zero)
        {
            return null;
        }

        var (all, p) = (before + now, later.TotalDays / (earlier.TotalDays + later.TotalDays));
        var first = Math.Exp(LogChoose(all, now) + (now * Math.Log(p)) + (before * Math.Log(1 - p)));
        return Beyond(now, all * p, first,
            up: k => (all - k) / (k + 1d) * p / (1 - p),
            down: k => k / (all - k + 1d) * (1 - p) / p);
    }

    /// <summary>Were the share the same, those that hold would be spread over both periods as if drawn blindly.</summary>
    internal static Trend? OfShares(int part, int whole, int partNow, int wholeNow)
    {
        var (holding, all) = (part + partNow, whole + wholeNow);
        var first = Math.Exp(LogChoose(holding, partNow) + LogChoose(all - holding, wholeNow - partNow) - LogChoose(all, wholeNow));
        return Beyond(partNow, (double)holding * wholeNow / all, first,
            up: k => (double)(holding - k) * (wholeNow - k) / ((k + 1d) * (all - holding - wholeNow + k + 1)),
            down: k => (double)k * (all - holding - wholeNow + k) / ((holding - k + 1d) * (wholeNow - k + 1)));
    }

    internal static Trend? OfMeans(Spread before, Spread now)
    {
        if (before.Count < ValuesAtLeast || now.Count < ValuesAtLeast || before.Mean == now.Mean)
        {
            return null;
        }

        var (one, other) = (before.Variance / before.Count, now.Variance / now.Count);
        var t = Math.Abs(now.Mean - before.Mean) / Math.Sqrt(one + other);
        var freedom = (one + other) * (one + other) / ((one * one / (before.Count - 1)) + (other * other / (now.Count - 1)));
        // Values that never vary leave nothing to chance.
        return one + other > 0 && t <= Quantile(freedom) ? null : Which(now.Mean > before.Mean);
    }

    /// <summary>What was seen and all that lies further out on its side, each from the one before.</summary>
    private static Trend? Beyond(int seen, double expected, double first, Func<long, double> up, Func<long, double> down)
    {
        var (higher, tail, next) = (seen > expected, first, first);
        for (long k = seen; next > tail * 1e-12; k += higher ? 1 : -1)
        {
            next *= higher ? up(k) : down(k);
            tail += next;
        }

        return 2 * tail < Level && seen != expected ? Which(higher) : null;
    }

    private static Trend Which(bool higher) => higher ? Trend.Up : Trend.Down;

    // Of Student's t, for 0.975.
    private static double Quantile(double freedom)
    {
        const double z = 1.959963984540054;
        double z3 = z * z * z, z5 = z3 * z * z, z7 = z5 * z * z;
        return z + ((z3 + z) / (4 * freedom)) + (((5 * z5) + (16 * z3) + (3 * z)) / (96 * freedom * freedom))
            + (((3 * z7) + (19 * z5) + (17 * z3) - (15 * z)) / (384 * freedom * freedom * freedom));
    }

    private static double LogChoose(long n, long k) => LogFactorial(n) - LogFactorial(k) - LogFactorial(n - k);

    // Stirling's series, exact to ten digits from ten on.
    private static double LogFactorial(long n)
    {
        if (n < 10)
        {
            return Enumerable.Range(1, (int)n).Sum(i => Math.Log(i));
        }

        double x = n, x3 = x * x * x;
        return (x * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI * x)) + (1 / (12 * x)) - (1 / (360 * x3)) + (1 / (1260 * x3 * x * x));
    }
}
