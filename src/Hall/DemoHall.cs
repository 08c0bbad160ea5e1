using GridDesk.Hall.Definition;
using GridDesk.Hall.Roster;
using GridDesk.Hall.Take;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Services;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Hall;

/// <summary>Who stands where this week, and a few people who wait when the office is open at the demo's hour.</summary>
internal static class DemoHall
{
    private static readonly TicketKind[] Line = [TicketKind.Ordinary, TicketKind.Quick, TicketKind.Senior, TicketKind.Ordinary, TicketKind.Ordinary, TicketKind.Quick, TicketKind.Senior];

    public static async Task AddAsync(IServiceProvider services, CancellationToken cancel)
    {
        await DemoRoster.AddAsync(services, cancel);
        var (pack, now) = (services.GetRequiredService<PackInForce>(), services.GetRequiredService<IClock>().Now());
        foreach (var hall in (HallSettings.Find(pack)?.Halls ?? []).Where(h => HallHours.IsOpen(pack.Calendar, h.Site, now)))
        {
            var today = pack.Calendar.Today(now);
            var errands = services.GetRequiredService<ServiceCatalogue>().At(today).Where(s => s.Channels.Contains("counter")).ToLookup(s => s.Quick);
            foreach (var (nth, kind) in Line.Index())
            {
                var fitting = errands[kind is TicketKind.Quick].Where(s => hall.Counters.Any(c => c.Serves(kind, s.Group))).ToList();
                if (fitting.Count > 0)
                {
                    var visit = services.GetRequiredService<VisitReading>().Read(hall.Site, kind, [fitting[nth * 3 % fitting.Count].Code], Language.Chinese, TicketWay.Kiosk, today);
                    await services.GetRequiredService<HallDesk>().TakeAsync(hall.Site, visit, Actor.Customer, cancel);
                }
            }
        }
    }
}
