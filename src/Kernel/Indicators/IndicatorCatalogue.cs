using GridDesk.Kernel.Events;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Kernel.Indicators;

/// <summary>Every indicator that the running modules offer, and their figures.</summary>
public sealed class IndicatorCatalogue
{
    private readonly EventLog _events;
    private readonly JournalMemory _memory;

    internal IndicatorCatalogue(IEnumerable<Indicator> indicators, EventLog events, JournalMemory memory)
    {
        All = [.. indicators.OrderBy(i => i.Code, StringComparer.Ordinal)];
        (_events, _memory) = (events, memory);
    }

    public IReadOnlyList<Indicator> All { get; }

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
        var within = await _memory.ReadAsync(_events, from, until, SourcesOf(wanted.Where(i => !i.FromTheBeginning)), cancel);
        var ever = await _memory.ReadAsync(_events, Instant.FromUtc(1900, 1, 1, 0, 0), until, SourcesOf(wanted.Where(i => i.FromTheBeginning)), cancel);
        return knownAt < within.KnownAt || knownAt < ever.KnownAt
            ? Figures(h => h.RecordedAt <= knownAt)
            : within.Figures($"{string.Join(' ', wanted.Select(i => i.Code))} {string.Join(' ', periods)} {ever.Happenings.Count}", () => Figures(_ => true));

        IReadOnlyList<IReadOnlyDictionary<string, Figure>> Figures(Func<Happening, bool> wasKnown) => [.. periods.Select(period => Read(
            wanted,
            ByKind(within.Happenings.Where(h => h.HappenedAt >= period.Start && h.HappenedAt < period.End && wasKnown(h))),
            ByKind(ever.Happenings.Where(h => h.HappenedAt < period.End && wasKnown(h))),
            period))];
    }

    private static Dictionary<string, Figure> Read(List<Indicator> wanted, Dictionary<Type, List<Happening>> within, Dictionary<Type, List<Happening>> ever, Interval period) =>
        wanted.ToDictionary(i => i.Code, i => i.Read(Of(i.Sources, i.FromTheBeginning ? ever : within), period));

    private static Dictionary<Type, List<Happening>> ByKind(IEnumerable<Happening> happenings) =>
        happenings.GroupBy(h => h.Event.GetType()).ToDictionary(kind => kind.Key, kind => kind.ToList());

    // Each kind is in order already, and some kinds seldom happen.
    private static IReadOnlyList<Happening> Of(IReadOnlyList<Type> sources, Dictionary<Type, List<Happening>> happenings) =>
        sources.Select(happenings.GetValueOrDefault).OfType<List<Happening>>().ToList() switch
        {
            [] => [],
            [var only] => only,
            var several => [.. several.SelectMany(kind => kind).OrderBy(h => h.HappenedAt).ThenBy(h => h.Subject, StringComparer.Ordinal).ThenBy(h => h.Version)],
        };

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
