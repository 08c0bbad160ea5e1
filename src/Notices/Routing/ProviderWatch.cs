using GridDesk.Kernel.Data;
using GridDesk.Kernel.Deliveries;
using GridDesk.Kernel.Events;
using GridDesk.Notices.Providers;
using GridDesk.Notices.Show;

namespace GridDesk.Notices.Routing;

/// <summary>How the providers do, for who keeps the program: what is measured, what waits, and what moved their shares.</summary>
internal sealed class ProviderWatch(OfficeDb db, EventLog events, ProvidersOfChannel providers, SpeedOfProviders speeds)
{
    // The last answer of a provider that nobody asked for longer says nothing of today.
    private static readonly Duration Recent = Duration.FromDays(7);

    public async Task<ChannelStanding> StandingAsync(MessageChannel channel, Instant now, CancellationToken cancel = default)
    {
        var all = providers.Of(channel);
        int? first = all.Count < 2 ? null : await db.Routes.AsNoTracking().Where(r => r.Channel == channel).Select(r => (int?)r.ShareOfFirst).SingleOrDefaultAsync(cancel) ?? Route.Rest;
        List<ProviderStanding> standing = [];
        foreach (var (place, provider) in all.Index())
        {
            standing.Add(await OfAsync(provider, place == 0 ? first : 100 - first, first is null ? null : place == 0 ? Route.Rest : 100 - Route.Rest, now, cancel));
        }

        var open = db.Set<Delivery>().AsNoTracking().Where(d => d.Queue == NoticesModule.QueueOf(channel).Name && d.DoneAt == null);
        return new(channel, standing,
            await open.CountAsync(d => d.GivenUpAt == null, cancel), await open.Where(d => d.GivenUpAt == null).MinAsync(d => (Instant?)d.RecordedAt, cancel), await open.CountAsync(d => d.GivenUpAt != null, cancel),
            first is null or Route.Rest ? null : (await MovesAsync(channel, now - Recent, now, cancel)).FirstOrDefault());
    }

    /// <summary>What moved the shares in <c>[from, until)</c>, the last first.</summary>
    /// <param name="channel">Null for all.</param>
    public async Task<IReadOnlyList<RouteStretch>> MovesAsync(MessageChannel? channel, Instant from, Instant now, CancellationToken cancel = default) =>
        RouteStretch.Of((await events.BetweenAsync(from, now + Duration.FromSeconds(1), now, [typeof(RouteMoved)], cancel)).Where(h => channel is null || ((RouteMoved)h.Event).Channel == channel));

    private async Task<ProviderStanding> OfAsync(IMessageProvider provider, int? share, int? rest, Instant now, CancellationToken cancel)
    {
        var (since, window, minute) = (now - Recent, now - SpeedOfProviders.Window, now - Duration.FromMinutes(1));
        var attempts = db.Attempts.AsNoTracking().Where(a => a.Channel == provider.Channel && a.Provider == provider.Name && a.At > since);
        var lately = await attempts.Where(a => a.At > window).GroupBy(a => a.Failure).Select(g => new { Failure = g.Key, All = g.Count(), LastMinute = g.Count(a => a.At > minute) }).ToListAsync(cancel);
        var failed = await attempts.Where(a => a.Failure == FailureKind.Technical).OrderByDescending(a => a.At).Select(a => new { a.At, a.Reason }).FirstOrDefaultAsync(cancel);
        var answered = await attempts.Where(a => a.Failure == null || a.Failure != FailureKind.Technical).OrderByDescending(a => a.At).Select(a => (Instant?)a.At).FirstOrDefaultAsync(cancel);
        return new(provider.Name, provider.PerSecond, provider.GivesReceipts, share, rest, lately.Sum(l => l.LastMinute),
            lately.Where(l => l.Failure is not FailureKind.Technical).Sum(l => l.All), lately.Where(l => l.Failure is FailureKind.Technical).Sum(l => l.All),
            await speeds.OfAsync(provider, now, cancel), answered, failed?.At, failed?.Reason is { } said ? Blotted.Of(said) : null);
    }
}
