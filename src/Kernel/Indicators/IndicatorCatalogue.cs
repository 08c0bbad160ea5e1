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
    public async Task<IReadOnlyDictionary<string, Figure>> ReadAsync(IReadOnlyCollection<string> codes, Interval period, Instant knownAt, CancellationToken cancel = default)
    {
        var wanted = All.Where(i => codes.Contains(i.Code)).ToList();
        var sources = wanted.SelectMany(i => i.Sources).ToHashSet();
        var from = wanted.Any(i => i.FromTheBeginning) ? Instant.FromUtc(1900, 1, 1, 0, 0) : period.Start;
        var happenings = await events.BetweenAsync(from, period.End, knownAt, sources, cancel);
        return wanted.ToDictionary(i => i.Code, i => i.Read(
            [.. happenings.Where(h => i.Sources.Contains(h.Event.GetType()) && (i.FromTheBeginning || h.HappenedAt >= period.Start))], period));
    }
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
