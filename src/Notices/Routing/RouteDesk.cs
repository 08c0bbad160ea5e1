using GridDesk.Kernel.Data;
using GridDesk.Notices.Providers;

namespace GridDesk.Notices.Routing;

/// <summary>Whom a message is given to, in which order.</summary>
internal sealed class RouteDesk(OfficeDb db, ProvidersOfChannel providers)
{
    public async Task<IReadOnlyList<IMessageProvider>> InOrderAsync(Message message, CancellationToken cancel)
    {
        var all = providers.Of(message.Channel);
        if (all.Count < 2)
        {
            return all;
        }

        var share = await db.Routes.AsNoTracking().Where(r => r.Channel == message.Channel).Select(r => (int?)r.ShareOfFirst).SingleOrDefaultAsync(cancel) ?? Route.Rest;
        return Route.IsFirstFor(message.Id, share) ? all : [.. all.Reverse()];
    }
}
