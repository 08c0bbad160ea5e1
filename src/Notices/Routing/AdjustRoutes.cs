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
internal sealed class AdjustRoutes(OfficeDb db, EventLog events, ProvidersOfChannel providers) : IRecur
{
    public static readonly Duration Window = Duration.FromMinutes(10);
    public static readonly Duration TooLong = Duration.FromMinutes(5);

    public async Task RunAsync(Instant now, CancellationToken cancel)
    {
        foreach (var channel in MessageChannel.Carried)
        {
            await db.CommitAsync(async () =>
            {
                if (providers.Of(channel) is [var first, var second])
                {
                    await AdjustAsync(channel, await SpeedAsync(first, now, cancel), await SpeedAsync(second, now, cancel), now, cancel);
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

    // Not taken is slow at once; what is still on its way counts neither way until it has taken too long.
    private async Task<Speed> SpeedAsync(IMessageProvider provider, Instant now, CancellationToken cancel)
    {
        var lately = await db.Attempts.AsNoTracking().Where(a => a.Channel == provider.Channel && a.Provider == provider.Name && a.At > now - Window && (a.Failure == null || a.Failure == FailureKind.Technical))
            .Join(db.Messages, a => a.Message, m => m.Id, (a, m) => new { a.At, a.Failure, m.State, m.ChangedAt }).ToListAsync(cancel);
        var slow = lately.Count(a => a.Failure is not null || provider.GivesReceipts && (a.State is MessageState.HandedOver ? now : a.ChangedAt) - a.At > TooLong);
        var known = lately.Count(a => a.Failure is not null || !provider.GivesReceipts || a.State is not MessageState.HandedOver || now - a.At > TooLong);
        return new(slow, known);
    }
}
