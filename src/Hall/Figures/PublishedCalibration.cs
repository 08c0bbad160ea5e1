using System.Collections.Concurrent;

namespace GridDesk.Hall.Figures;

/// <summary>How true it was, over the last thirty days up to yesterday, what visitors were told of the wait; looked up once a day for each site, for anybody may ask.</summary>
internal sealed class PublishedCalibration
{
    public const int Days = 30;

    private readonly ConcurrentDictionary<string, (LocalDate On, Calibration Found)> _known = [];

    public async Task<Calibration> OfAsync(HallHistory history, string site, LocalDate today, CancellationToken cancel)
    {
        if (_known.TryGetValue(site, out var known) && known.On == today)
        {
            return known.Found;
        }

        var found = Calibration.Of(await history.ReadAsync(site, today.PlusDays(-Days), today.PlusDays(-1), cancel));
        _known[site] = (today, found);
        return found;
    }
}
