namespace GridDesk.Kernel.Indicators;

/// <summary>How many values there are, their mean, and how far apart they lie.</summary>
/// <param name="Variance">Of the sample: divided by one less than their number; zero for fewer than two.</param>
internal sealed record Spread(int Count, double Mean, double Variance)
{
    public static Spread Of(IReadOnlyList<double> values)
    {
        var mean = values.DefaultIfEmpty().Average();
        return new(values.Count, mean, values.Count < 2 ? 0 : values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
    }
}
