using GridDesk.Kernel.Events;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Kernel.Indicators;

/// <summary>Every indicator that the running modules offer, and their figures.</summary>
public sealed class IndicatorCatalogue(IEnumerable<Indicator> indicators, EventLog events)
{
    public IReadOnlyList<Indicator> All { get; } = [.. indicators.OrderBy(i => i.Code, StringComparer.Ordinal)];

    public Indicator? Find(string code) => All.FirstOrDefault(i => i.Code == code);

    /// <summary>The figures of several indicators from one reading of the journal.</summary>
    /// <param name="knownAt">What was recorded later does not count.</param>
    public async Task<IReadOnlyDictionary<string, Figure>> ReadAsync(IReadOnlyCollection<string> codes, Interval period, Instant knownAt, CancellationToken cancel = default) =>
        (await ReadAsync(codes, [period], knownAt, cancel))[0];

    /// <summary>The same for several periods, a half-year and its months, still from one reading.</summary>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, Figure>>> ReadAsync(
        IReadOnlyCollection<string> codes, IReadOnlyList<Interval> periods, Instant knownAt, CancellationToken cancel = default)
    {
        var wanted = All.Where(i => codes.Contains(i.Code)).ToList();
        var (from, until) = (periods.Min(p => p.Start), periods.Max(p => p.End));
        var within = await events.BetweenAsync(from, until, knownAt, SourcesOf(wanted.Where(i => !i.FromTheBeginning)), cancel);
        var ever = await events.BetweenAsync(Instant.FromUtc(1900, 1, 1, 0, 0), until, knownAt, SourcesOf(wanted.Where(i => i.FromTheBeginning)), cancel);
        return [.. periods.Select(period => Read(
            wanted,
            [.. within.Where(h => h.HappenedAt >= period.Start && h.HappenedAt < period.End)],
            [.. ever.Where(h => h.HappenedAt < period.End)],
            period))];
    }

    private static Dictionary<string, Figure> Read(List<Indicator> wanted, IReadOnlyList<Happening> within, IReadOnlyList<Happening> ever, Interval period) =>
        wanted.ToDictionary(i => i.Code, i => i.Read([.. (i.FromTheBeginning ? ever : within).Where(h => i.Sources.Contains(h.Event.GetType()))], period));

    private static HashSet<Type> SourcesOf(IEnumerable<Indicator> indicators) => [.. indicators.SelectMany(i => i.Sources)];
}

public static class IndicatorSetup
{
    /// <summary>Offers indicators, in a module's <see cref="Module.AddServices"/>.</summary>
    public static IServiceCollection Offer(this IServiceCollection services, params IEnumerable<Indicator> indicators)
    {
        foreach (var indicator in indicators)
        {
            services.AddSingleton(indicator);
        }

        return services;
    }
}
