using GridDesk.Kernel.Events;

namespace GridDesk.Kernel.Indicators;

/// <summary>What happened in a period and was known, for every indicator that is read from it.</summary>
internal sealed class PeriodEvents
{
    private readonly Interval _period;
    private readonly Dictionary<Type, List<Happening>> _within;
    private readonly Dictionary<Type, List<Happening>> _ever;
    private readonly Dictionary<string, IReadOnlyList<Happening>> _together = [];

    /// <param name="within">What happened in the period and around it, in order.</param>
    /// <param name="ever">What happened since the beginning, for figures that are a state.</param>
    public PeriodEvents(Stretch within, Stretch ever, Interval period, Func<Happening, bool> wasKnown)
    {
        _period = period;
        _within = ByKind(within.Happenings.Where(h => h.HappenedAt >= period.Start && h.HappenedAt < period.End && wasKnown(h)));
        _ever = ByKind(ever.Happenings.Where(h => h.HappenedAt < period.End && wasKnown(h)));
    }

    public Figure Read(Indicator indicator) => indicator.Read(Of(indicator.Sources, indicator.FromTheBeginning ? _ever : _within), _period);

    private static Dictionary<Type, List<Happening>> ByKind(IEnumerable<Happening> happenings) =>
        happenings.GroupBy(h => h.Event.GetType()).ToDictionary(kind => kind.Key, kind => kind.ToList());

    // Each kind is in order already, some kinds seldom happen, and several indicators read the same ones.
    private IReadOnlyList<Happening> Of(IReadOnlyList<Type> sources, Dictionary<Type, List<Happening>> happenings)
    {
        switch (sources.Distinct().Select(happenings.GetValueOrDefault).OfType<List<Happening>>().ToList())
        {
            case []:
                return [];
            case [var only]:
                return only;
            case var several:
                var name = $"{happenings == _ever} {string.Join(' ', sources.Select(source => source.Name))}";
                return _together.TryGetValue(name, out var known) ? known
                    : _together[name] = [.. several.SelectMany(kind => kind).OrderBy(h => h.HappenedAt).ThenBy(h => h.Subject, StringComparer.Ordinal).ThenBy(h => h.Version)];
        }
    }
}
