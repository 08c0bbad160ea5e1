namespace GridDesk.Requests.Usual;

/// <summary>
/// How long a kind of request usually takes, in working days from acceptance to the end without the waits for the customer:
/// the range in which four of five of the next cases will lie, learnt from the office's own cases.
/// </summary>
/// <param name="Low">The shorter end.</param>
/// <param name="High">The longer end.</param>
/// <param name="Cases">How many cases of the kind itself are known.</param>
internal sealed record UsualTime(int Low, int High, int Cases)
{
    /// <summary>How much of what is to come the range is meant to hold.</summary>
    public const double Share = 0.8;

    // Days are whole: the last one added carries the range three hundredths beyond what is asked for, on the average.
    private const double Aim = Share - 0.03;

    // A kind with few cases leans on its group, the group on the whole office, each as if it had seen so many cases of it.
    private const double Lean = 12;

    /// <summary>通常 3 到 5 個工作日, usually 3 to 5 working days</summary>
    public Phrase Text => (Low, High) switch
    {
        (0, 0) => new("通常當天辦好", "usually done on the same day"),
        (0, 1) => new("通常當天或次一個工作日辦好", "usually done on the same or the next working day"),
        var (low, high) when low == high => new($"通常 {low} 個工作日", $"usually {low} working {(low == 1 ? "day" : "days")}"),
        var (low, high) => new($"通常 {low} 到 {high} 個工作日", $"usually {low} to {high} working days"),
    };

    /// <summary>
    /// The narrowest range that holds <see cref="Share"/> of the days expected, the fullest of those as narrow. What is expected are
    /// the kind's own days, mixed with those of its group, and these with the whole office's, by how many cases each has
    /// (shrinkage towards the mean of like kinds; Efron and Morris 1975).
    /// </summary>
    /// <param name="own">Days of the kind's cases.</param>
    /// <param name="group">Days of all cases of its group.</param>
    /// <param name="office">Days of all cases.</param>
    /// <returns>Null when the office knows no case at all.</returns>
    public static UsualTime? Of(IReadOnlyCollection<int> own, IReadOnlyCollection<int> group, IReadOnlyCollection<int> office)
    {
        if (office.Count == 0)
        {
            return null;
        }

        var expected = Mixed(own, Mixed(group, Shares(office)));
        var (low, high) = Narrowest(expected);
        return new(low, high, own.Count);
    }

    private static (int Low, int High) Narrowest(double[] expected)
    {
        var upTo = new double[expected.Length + 1];
        for (var day = 0; day < expected.Length; day++)
        {
            upTo[day + 1] = upTo[day] + expected[day];
        }

        for (var width = 0; ; width++)
        {
            var (best, at) = (0d, 0);
            for (var low = 0; low + width < expected.Length; low++)
            {
                var held = upTo[low + width + 1] - upTo[low];
                (best, at) = held > best ? (held, low) : (best, at);
            }

            if (best >= Aim || width + 1 >= expected.Length)
            {
                return (at, at + width);
            }
        }
    }

    private static double[] Mixed(IReadOnlyCollection<int> days, double[] parent)
    {
        var own = Shares(days);
        var weight = days.Count / (days.Count + Lean);
        return [.. Enumerable.Range(0, Math.Max(own.Length, parent.Length)).Select(day => (weight * own.ElementAtOrDefault(day)) + ((1 - weight) * parent.ElementAtOrDefault(day)))];
    }

    private static double[] Shares(IReadOnlyCollection<int> days)
    {
        var shares = new double[days.Count == 0 ? 0 : Math.Min(days.Max(), Longest) + 1];
        foreach (var day in days)
        {
            shares[Math.Clamp(day, 0, Longest)] += 1d / days.Count;
        }

        return shares;
    }

    // Whatever took longer counts as this long.
    private const int Longest = 400;
}
