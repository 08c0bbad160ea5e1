using GridDesk.Hall.Definition;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Services;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Hall;

/// <summary>The last weeks of the demonstration's halls, so that their figures show something: a rush before noon, seniors sooner, now and then nobody comes.</summary>
internal static class DemoHistory
{
    private const int Days = 15;

    // Visitors by the hour from eight, on a Monday; fewer towards the end of the week.
    private static readonly int[] PerHour = [3, 5, 7, 6, 2, 5, 5, 4, 2];

    public static async Task AddAsync(IServiceProvider services, Demo demo, CancellationToken cancel)
    {
        var (db, pack, now) = (services.GetRequiredService<OfficeDb>(), services.GetRequiredService<PackInForce>(), services.GetRequiredService<IClock>().Now());
        var random = new Random(demo.Seed);
        foreach (var hall in HallSettings.Find(pack)?.Halls ?? [])
        {
            var day = pack.Calendar.Today(now);
            for (var past = 0; past < Days; past++)
            {
                day = pack.Calendar.LastWorkingDayUpTo(day.PlusDays(-1), hall.Site);
                await db.CommitAsync(() => { AddDay(services, hall, day, random); return Task.CompletedTask; }, cancel);
                db.ChangeTracker.Clear();
            }
        }
    }

    private static void AddDay(IServiceProvider services, HallDefinition hall, LocalDate day, Random random)
    {
        var (db, pack, errands) = (services.GetRequiredService<OfficeDb>(), services.GetRequiredService<PackInForce>(), services.GetRequiredService<ServiceCatalogue>().At(day));
        var numbers = new Dictionary<TicketKind, int>();
        foreach (var (hour, many) in PerHour.Index())
        {
            for (var nth = 0; nth < many - (int)day.DayOfWeek / 3; nth++)
            {
                var kind = random.Next(10) switch { < 3 => TicketKind.Quick, < 5 => TicketKind.Senior, _ => TicketKind.Ordinary };
                var fitting = errands.Where(s => s.Channels.Contains("counter") && (kind is not TicketKind.Quick || s.Quick)).SelectMany(s => hall.Counters.Where(c => c.Serves(kind, s.Group)).Select(c => (Errand: s, c.Number))).ToList();
                if (fitting.Count == 0)
                {
                    continue;
                }

                var (errand, counter) = fitting[random.Next(fitting.Count)];
                var came = day.At(new(8 + hour, nth * 60 / many)).InZoneLeniently(pack.Calendar.Zone).ToInstant() + Duration.FromSeconds(random.Next(60));
                var usual = (kind is TicketKind.Ordinary ? 6 : 3) + many;
                var visit = new Visit(kind, TicketWay.Kiosk, Language.Chinese, [errand.Code], errand.Group) { Told = new(usual / 3, usual + 2) };
                var number = numbers[kind] = numbers.GetValueOrDefault(kind) + 1;
                var (ticket, taken) = Ticket.Take(Guid.CreateVersion7(came.ToDateTimeOffset()), hall.Site, day, HallSettings.Find(pack)!.Of(kind), number, visit, came);
                db.Add(ticket);
                GoOn(services.GetRequiredService<EventLog>(), ticket, taken, counter, came + Duration.FromMinutes(usual / 3 + random.NextDouble() * usual * .95), random);
            }
        }
    }

    private static void GoOn(EventLog events, Ticket ticket, TicketTaken taken, int counter, Instant called, Random random)
    {
        foreach (var begun in ticket.Beforehand().Prepend(taken))
        {
            events.Record(ticket, begun, Actor.Customer, ticket.TakenAt);
        }

        var ended = called + Duration.FromMinutes(2 + random.NextDouble() * (ticket.Kind is TicketKind.Quick ? 4 : 11));
        events.Record(ticket, ticket.Call(counter, passedOver: false, called), Actor.Office, called);
        events.Record(ticket, random.Next(25) switch { 0 => ticket.Miss(counter, ended), 1 or 2 => ticket.Finish(counter, TicketOutcome.ComeAgain, ended), _ => ticket.Finish(counter, TicketOutcome.Done, ended) }, Actor.Office, ended);
    }
}
