using GridDesk.Hall.Definition;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Hall;

/// <summary>A few people who wait, in an office that is open at the demo's hour.</summary>
internal static class DemoHall
{
    private static readonly (TicketKind Kind, string Errand, string Group)[] Visitors =
    [
        (TicketKind.Ordinary, "NEW-LV", "supply"), (TicketKind.Quick, "PAY", "counter"), (TicketKind.Senior, "XFER", "contract"),
        (TicketKind.Ordinary, "TOU", "tariff"), (TicketKind.Ordinary, "ADDR", "contract"), (TicketKind.Quick, "CERT", "billing"), (TicketKind.Senior, "AUTO", "billing"),
    ];

    public static async Task AddAsync(IServiceProvider services, CancellationToken cancel)
    {
        var (pack, now) = (services.GetRequiredService<PackInForce>(), services.GetRequiredService<IClock>().Now());
        foreach (var hall in (HallSettings.Find(pack)?.Halls ?? []).Where(h => HallHours.IsOpen(pack.Calendar, h.Site, now)))
        {
            foreach (var (kind, errand, group) in Visitors)
            {
                await services.GetRequiredService<HallDesk>().TakeAsync(hall.Site, new(kind, TicketWay.Kiosk, Language.Chinese, [errand], group), Actor.Customer, cancel);
            }
        }
    }
}
