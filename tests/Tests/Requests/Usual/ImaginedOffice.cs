using GridDesk.Requests.Usual;

namespace GridDesk.Tests.Requests.Usual;

/// <summary>
/// An office whose kinds of request take their time by laws that the estimate knows nothing of: log-normal days, kinds with three cases a
/// year and kinds with thousands, groups that are alike and others that are not. What is learnt in one year is tried on the next.
/// </summary>
internal sealed class ImaginedOffice
{
    private readonly Random _random;
    private readonly (int Group, int Cases, double Mean, double Spread)[] _kinds;

    public ImaginedOffice(int seed)
    {
        _random = new(seed);
        var groups = Enumerable.Range(0, 8).Select(_ => 0.5 + (2.1 * _random.NextDouble())).ToList();
        _kinds = [.. Enumerable.Range(0, 59).Select(_ =>
        {
            var group = _random.Next(8);
            return (group, Math.Max(2, (int)Math.Exp(4.1 + (1.6 * Normal()))), groups[group] + (0.35 * Normal()), 0.35 + (0.45 * _random.NextDouble()));
        })];
    }

    /// <summary>The share of next year's cases that lie in the range learnt from this year's.</summary>
    public double Coverage()
    {
        var days = _kinds.Select(kind => Enumerable.Range(0, kind.Cases).Select(_ => Draw(kind)).ToList()).ToList();
        List<int> office = [.. days.SelectMany(d => d)];
        var (held, all) = (0, 0);
        foreach (var (index, kind) in _kinds.Index())
        {
            var group = _kinds.Index().Where(k => k.Item.Group == kind.Group).SelectMany(k => days[k.Index]).ToList();
            var time = UsualTime.Of(days[index], group, office)!;
            for (var i = 0; i < kind.Cases; i++)
            {
                var next = Draw(kind);
                held += next >= time.Low && next <= time.High ? 1 : 0;
                all++;
            }
        }

        return held / (double)all;
    }

    private int Draw((int Group, int Cases, double Mean, double Spread) kind) => (int)Math.Exp(kind.Mean + (kind.Spread * Normal()));

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
