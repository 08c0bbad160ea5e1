using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Notices.Care;

/// <summary>What customers of the invented district asked for by telephone: most of it arrived, some is to be sent, some customers are to be called.</summary>
internal sealed class DemoCare(CareDesk desk, DemoCare.StandingClock clock, WorkCalendar calendar, CareList list, IReadOnlyList<Colleague> people, Random random)
{
    private const int Before = 24;

    // How many days ago, and where it stays: one is called too late, two are to be called, one is not yet there, two are to be sent.
    private static readonly (int DaysAgo, CareWay Way, CareState State)[] Lately =
        [(4, CareWay.Email, CareState.ToCall), (1, CareWay.Email, CareState.ToCall), (1, CareWay.Fax, CareState.ToCall), (1, CareWay.Post, CareState.ToCall), (0, CareWay.PickUp, CareState.ToSend), (0, CareWay.Post, CareState.ToSend)];

    private static readonly string[] Names = ["陳玉蘭", "林志明", "黃淑芬", "吳建宏", "蔡美惠", "許文雄", "鄭雅婷", "郭俊傑", "曾秀英", "賴正雄"];

    public static async Task AddAsync(IServiceProvider services, Demo demo, CancellationToken cancel)
    {
        var pack = services.GetRequiredService<PackInForce>();
        if (demo.Customers == 0 || CareList.Find(pack) is not { } list)
        {
            return;
        }

        var (clock, db, now) = (new StandingClock(), services.GetRequiredService<OfficeDb>(), services.GetRequiredService<IClock>().Now());
        var people = (await services.GetRequiredService<StaffDirectory>().MembersAsync(list.Department, cancel)).Where(p => p.Roles.Any(r => r is Role.Clerk or Role.Handler)).ToList();
        if (people.Count == 0)
        {
            return;
        }

        var events = new EventLog(db, services.GetRequiredService<EventKinds>(), services.GetRequiredService<Subscriptions>(), clock);
        var care = new DemoCare(new(db, events, pack, clock), clock, pack.Calendar, list, people, new Random(demo.Seed));
        var from = demo.From.AtStartOfDayInZone(pack.Calendar.Zone).ToInstant();
        await db.CommitAsync(async () =>
        {
            for (var n = 0; n < Before; n++)
            {
                await care.LiveAsync(from + ((now - from) * n / Before), now, (CareWay)care.Any(3), null, cancel);
            }

            foreach (var (days, way, state) in Lately)
            {
                await care.LiveAsync(now - Duration.FromDays(days) - Duration.FromMinutes(20), now, way, state, cancel);
            }
        }, cancel);
    }

    private int Any(int below) => random.Next(below);

    // As far as it has come by now.
    private async Task LiveAsync(Instant at, Instant now, CareWay way, CareState? stays, CancellationToken cancel)
    {
        var by = people[random.Next(people.Count)];
        var to = way switch { CareWay.Post => $"嘉義市東區民族路{random.Next(1, 400)}號", CareWay.Email => $"customer{random.Next(100)}@example.org", CareWay.Fax => "05-2220000", _ => "" };
        var wish = new CareWish(Names[random.Next(Names.Length)], $"0912-000-{random.Next(100, 999)}", [list.Materials[random.Next(list.Materials.Count)].Code], way, to);
        clock.Now = calendar.NextWorkingMinute(at);
        var call = await desk.AskAsync(wish, Actor.Staff($"{by.Id}"), $"{by.Id}", cancel);
        var change = new CareDesk.Change(call.Id, null, Actor.Staff($"{by.Id}"));
        while (call.IsOpen && call.State != stays)
        {
            var next = call.State is CareState.ToSend ? clock.Now + Duration.FromMinutes(random.Next(20, 90)) : call.CallFrom!.Value.At(new LocalTime(10, random.Next(60))).InZoneLeniently(calendar.Zone).ToInstant();
            clock.Now = calendar.NextWorkingMinute(next);
            if (clock.Now >= now)
            {
                return;
            }

            await (call.State is CareState.ToSend
                ? desk.SendAsync(change, calendar.Today(clock.Now), call.Way, null, cancel)
                : desk.CallAsync(change, random.Next(10) switch { 0 => CareOutcome.NotReceived, 1 or 2 => CareOutcome.NoAnswer, 3 => CareOutcome.NotWanted, _ => CareOutcome.Received }, cancel));
        }
    }

    /// <summary>Stands at the moment which is being told.</summary>
    internal sealed class StandingClock : IClock
    {
        public Instant Now { get; set; }

        public Instant GetCurrentInstant() => Now;
    }
}
