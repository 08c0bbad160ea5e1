namespace GridDesk.Kernel.Indicators;

/// <summary>How many values there are, their mean, and how far apart they lie.</summary>
/// <param name="Variance">Of the sample: divided by one less than their number; zero for fewer than two.</param>
internal sealed record Spread(int Count, double Mean, double Variance)
{
    /// <param name="values">Read three times: of many, an array of them would be one more.</param>
    public static Spread Of(IEnumerable<double> values)
    {
        var (count, mean) = (values.Count(), values.DefaultIfEmpty().Average());
        return new(count, mean, count < 2 ? 0 : values.Sum(value => (value - mean) * (value - mean)) / (count - 1));
    }
}
