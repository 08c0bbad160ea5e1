using GridDesk.Kernel.Events;

namespace GridDesk.Kernel.Indicators;

public sealed partial class IndicatorCatalogue
{
    /// <summary>The figures of several indicators over several periods without their rows, one after the other, as <see cref="EachByDepartmentAsync"/>.</summary>
    /// <param name="knownAt">What was recorded later does not count.</param>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, Figure>>> ReadBrieflyAsync(
        IReadOnlyCollection<string> codes, IReadOnlyList<Interval> periods, Instant knownAt, CancellationToken cancel = default)
    {
        List<Dictionary<string, Figure>> figures = [.. periods.Select(_ => new Dictionary<string, Figure>())];
        await new EventsInTurn(_events, [], knownAt).ReadAsync(Wanted(codes), Around(periods), (indicator, happenings) =>
        {
            foreach (var (period, read) in periods.Zip(figures))
            {
                var within = Within(period, indicator, happenings);
                read[indicator.Code] = indicator.Read(within, period).InBrief();
                HeldMemory.GiveBack(within.Count);
            }

            return Task.CompletedTask;
        }, cancel);
        return figures;

        IReadOnlyList<Happening> Within(Interval period, Indicator indicator, IReadOnlyList<Happening> happenings) => periods.Count == 1 ? happenings
            : [.. happenings.Where(h => (indicator.FromTheBeginning || h.HappenedAt >= period.Start) && h.HappenedAt < period.End)];
    }

    /// <summary>The same as of now, made again when something happened that they count.</summary>
    public Task<IReadOnlyList<IReadOnlyDictionary<string, Figure>>> ReadTodayAsync(
        IReadOnlyCollection<string> codes, IReadOnlyList<Interval> periods, Instant now, CancellationToken cancel = default) => _figures.ReadAsync(
            $"{string.Join(' ', codes.Order(StringComparer.Ordinal))} {string.Join(' ', periods)}", _events,
            async () =>
            {
                var (wanted, all) = (Wanted(codes), Around(periods));
                return await _events.CountAsync(all.Start, all.End, SourcesOf(wanted), cancel)
                    + await _events.CountAsync(Instant.FromUtc(1900, 1, 1, 0, 0), all.Start, SourcesOf(wanted.Where(i => i.FromTheBeginning)), cancel);
            },
            () => ReadBrieflyAsync(codes, periods, now, cancel), cancel);

    private static Interval Around(IReadOnlyList<Interval> periods) => new(periods.Min(p => p.Start), periods.Max(p => p.End));
}
