using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Kernel.Indicators;

/// <summary>Every indicator that the running modules offer, and their figures.</summary>
public sealed partial class IndicatorCatalogue
{
    private readonly EventLog _events;
    private readonly JournalMemory _memory;
    private readonly FigureMemory _figures;
    private readonly EventKinds _kinds;
    private readonly PackInForce _pack;

    internal IndicatorCatalogue(IEnumerable<Indicator> indicators, EventLog events, JournalMemory memory, FigureMemory figures, EventKinds kinds, PackInForce pack)
    {
        All = [.. indicators.OrderBy(i => i.Code, StringComparer.Ordinal)];
        (_events, _memory, _figures, _kinds, _pack) = (events, memory, figures, kinds, pack);
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
        var wanted = Wanted(codes);
        var (within, ever) = await StretchesAsync(wanted, periods, cancel);
        return knownAt < within.KnownAt || knownAt < ever.KnownAt
            ? Figures(h => h.RecordedAt <= knownAt)
            : within.Figures($"{string.Join(' ', wanted.Select(i => i.Code))} {string.Join(' ', periods)} {ever.Happenings.Count}", () => Figures(_ => true));

        IReadOnlyList<IReadOnlyDictionary<string, Figure>> Figures(Func<Happening, bool> wasKnown) =>
            [.. periods.Select(period => new PeriodEvents(within, ever, period, wasKnown)).Select(events => wanted.ToDictionary(i => i.Code, events.Read))];
    }

    private List<Indicator> Wanted(IReadOnlyCollection<string> codes) => [.. All.Where(i => codes.Contains(i.Code))];

    private async Task<(Stretch Within, Stretch Ever)> StretchesAsync(IReadOnlyList<Indicator> wanted, IReadOnlyList<Interval> periods, CancellationToken cancel)
    {
        // By whole half-years, so that whatever lies within one is told from what the plan's page keeps in memory already.
        var (from, until) = (HalfOf(periods.Min(p => p.Start)).Start, HalfOf(periods.Max(p => p.End) - Duration.Epsilon).End);
        return (
            await _memory.ReadAsync(_events, from, until, SourcesOf(wanted.Where(i => !i.FromTheBeginning)), cancel),
            await _memory.ReadAsync(_events, Instant.FromUtc(1900, 1, 1, 0, 0), until, SourcesOf(wanted.Where(i => i.FromTheBeginning)), cancel));
    }

    private Interval HalfOf(Instant at) => HalfYear.Of(_pack.Calendar.Today(at)).In(_pack.Calendar.Zone);

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
