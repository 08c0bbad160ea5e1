using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Notices.Routing;

/// <summary>Yesterday at ten the company that sends text messages was in trouble, and an hour later it was well again.</summary>
internal static class DemoRoutes
{
    public static Task AddAsync(IServiceProvider of, CancellationToken cancel)
    {
        var (db, events, pack) = (of.GetRequiredService<OfficeDb>(), of.GetRequiredService<EventLog>(), of.GetRequiredService<PackInForce>());
        var ten = pack.Calendar.Zone.AtLeniently(pack.Calendar.Today(of.GetRequiredService<IClock>().Now()).PlusDays(-1).At(new LocalTime(10, 0))).ToInstant();
        return db.CommitAsync(() =>
        {
            var route = new Route { Channel = MessageChannel.Sms };
            db.Add(route);
            for (var minute = 0; minute < 120; minute++)
            {
                var at = ten + Duration.FromMinutes(minute);
                if (route.Adjust(new(minute < 30 ? 31 : 0, 46), new(0, 40), at) is { } moved)
                {
                    events.Record(route, moved, Actor.Office, at);
                }
            }

            return Task.CompletedTask;
        }, cancel);
    }
}
