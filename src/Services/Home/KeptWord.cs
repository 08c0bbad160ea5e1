using GridDesk.Kernel.Indicators;
using GridDesk.Kernel.Time;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Services.Home;

/// <summary>Did we do what we said? The share of this half-year's cases closed in time, read at most once a minute however many visitors come.</summary>
internal sealed class KeptWord(IServiceScopeFactory scopes)
{
    private const string ClosedInTime = "requests.closed-in-time";
    private static readonly Duration Fresh = Duration.FromMinutes(1);

    private Reading? _last;

    public async Task<Figure> ReadAsync(HalfYear half, DateTimeZone zone, Instant now, CancellationToken cancel = default)
    {
        if (_last is { } last && last.Half == half && now - last.At < Fresh)
        {
            return last.Figure;
        }

        await using var scope = scopes.CreateAsyncScope();
        var figures = await scope.ServiceProvider.GetRequiredService<IndicatorCatalogue>().ReadAsync([ClosedInTime], half.In(zone), now, cancel);
        var figure = figures.GetValueOrDefault(ClosedInTime) ?? Figure.None;
        _last = new Reading(half, now, figure);
        return figure;
    }

    private sealed record Reading(HalfYear Half, Instant At, Figure Figure);
}
