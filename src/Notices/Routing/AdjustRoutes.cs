using GridDesk.Kernel.Data;
using GridDesk.Kernel.Deliveries;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Recurring;
using GridDesk.Notices.Providers;
using GridDesk.Notices.Send;

namespace GridDesk.Notices.Routing;

/// <summary>
/// Every minute: moves points away from a provider that is slow, and has what no provider took tried again: all of it as soon as one
/// takes messages, otherwise one, to learn whether one does.
/// </summary>
internal sealed class AdjustRoutes(OfficeDb db, EventLog events, ProvidersOfChannel providers, SpeedOfProviders speeds) : IRecur
{
    public async Task RunAsync(Instant now, CancellationToken cancel)
    {
        foreach (var channel in MessageChannel.Carried)
        {
            await db.CommitAsync(async () =>
            {
                if (providers.Of(channel) is [var first, var second])
                {
                    await AdjustAsync(channel, await speeds.OfAsync(first, now, cancel), await speeds.OfAsync(second, now, cancel), now, cancel);
                }

                var oneTakes = await db.Attempts.AnyAsync(a => a.Channel == channel && a.Failure == null && a.At > now - Duration.FromMinutes(1), cancel);
                await WaitingDeliveries.WakeAsync(db, NoticesModule.QueueOf(channel), HandOver.NoProvider, oneTakes ? int.MaxValue : 1, now, cancel);
            }, cancel);
            db.ChangeTracker.Clear();
        }
    }

    private async Task AdjustAsync(MessageChannel channel, Speed first, Speed second, Instant now, CancellationToken cancel)
    {
        var route = await db.Routes.SingleOrDefaultAsync(r => r.Channel == channel, cancel);
        if (route is null)
        {
            db.Add(route = new Route { Channel = channel });
        }

        if (route.Adjust(first, second, now) is { } moved)
        {
            events.Record(route, moved, Actor.Office);
        }
    }
}
