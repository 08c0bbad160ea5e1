using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Hall.Book;

/// <summary>Who comes in the next days, in an office that takes bookings.</summary>
internal static class DemoBookings
{
    private const int Days = 5;

    private static readonly string[] Names = ["陳玉蘭", "林志明", "黃淑芬", "吳建宏", "蔡美惠", "許文雄", "鄭雅婷", "郭俊傑", "曾秀英", "賴正雄"];

    public static async Task AddAsync(IServiceProvider services, Demo demo, CancellationToken cancel)
    {
        var (pack, times, desk) = (services.GetRequiredService<PackInForce>(), services.GetRequiredService<FreeTimes>(), services.GetRequiredService<BookingDesk>());
        if (demo.Customers == 0 || Definition.HallSettings.Find(pack)?.Bookings is not { } rules)
        {
            return;
        }

        var (random, now) = (new Random(demo.Seed), services.GetRequiredService<IClock>().Now());
        foreach (var place in rules.Places)
        {
            var today = pack.Calendar.Today(now);
            foreach (var (nth, time) in (await times.OfAsync(place, today, today.PlusDays(Days), cancel)).Index().Where(t => t.Index % 4 == 0 || t.Item.Time.Day == today && t.Index % 2 == 0).ToList())
            {
                var service = place.Services[random.Next(place.Services.Count)];
                var contact = new BookingContact(Names[random.Next(Names.Length)], $"0912-000-{random.Next(100, 999)}", null, Language.Chinese);
                await desk.BookAsync(Guid.CreateVersion7(now.ToDateTimeOffset()), service, time.Local, contact, nth % 3 == 0 ? BookingWay.Phone : BookingWay.Online, nth % 3 == 0 ? Actor.Office : Actor.Customer, cancel);
            }
        }
    }
}
