using GridDesk.Customers;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Requests.Handovers;

/// <summary>What the call centre passed on in the invented district: most answered in time, a few returned, some of today still open.</summary>
internal sealed class DemoHandovers(HandoverDesk desk, DemoClock clock, DemoOffice office, HandoverKinds list, Random random)
{
    private const int Older = 36;
    private const int OfToday = 5;

    private static readonly string[] Wishes =
    [
        "晚上停電兩次，鄰居都有電。", "這期電費比上期多一倍，想知道怎麼算。",
        "房子賣掉了，想改用電戶名。", "電表箱的門壞了。",
        "等很久沒有人回電。", "想改成電子帳單。",
    ];

    public static async Task AddAsync(IServiceProvider services, DemoOffice office, LocalDate from, Instant now, int seed, CancellationToken cancel)
    {
        var pack = services.GetRequiredService<PackInForce>();
        var list = HandoverKinds.Of(pack);
        if (office.Customers.Count == 0 || list.Kinds.Count == 0)
        {
            return;
        }

        var (random, clock, db) = (new Random(seed), new DemoClock(), services.GetRequiredService<OfficeDb>());
        var events = new EventLog(db, services.GetRequiredService<EventKinds>(), services.GetRequiredService<Subscriptions>(), clock);
        var demo = new DemoHandovers(new(db, events, pack, clock), clock, office, list, random);
        var moments = Enumerable.Range(0, Older).Select(_ => office.Moment(from, now - Duration.FromDays(4), false, random)).Order().ToList();
        await db.CommitAsync(async () =>
        {
            foreach (var (index, at) in moments.Index())
            {
                await demo.LiveAsync(index + 1, at, now, HandoverState.Answered, cancel);
            }

            for (var n = 0; n < OfToday; n++)
            {
                await demo.LiveAsync(Older + n + 1, now - Duration.FromMinutes(25 * (OfToday - n)), now, (OfToday - n) switch { 1 => HandoverState.Received, 2 => HandoverState.Accepted, _ => HandoverState.Answered }, cancel);
            }
        }, cancel);
    }

    // As far as it has come by now, so that there is something to take on and something to answer.
    private async Task LiveAsync(int sequence, Instant at, Instant now, HandoverState atMost, CancellationToken cancel)
    {
        clock.Now = at.ToMicrosecond();
        var kind = list.Kinds[random.Next(list.Kinds.Count)];
        var customer = office.Customers[random.Next(office.Customers.Count)];
        var taken = await desk.TakeInAsync(new($"CC108-{sequence:00000}", "call-centre", kind, clock.Now - Duration.FromMinutes(2), Wishes[random.Next(Wishes.Length)], customer.Name, customer.Phone, customer.ElectricityNumber), Actor.App("call-centre"), null, cancel);
        var accepted = office.Working(at + Duration.FromMinutes(random.Next(4, 40)));
        if (atMost == HandoverState.Received || accepted >= now || office.Someone(kind.Department, random) is not { } handler)
        {
            return;
        }

        clock.Now = accepted.ToMicrosecond();
        var change = new HandoverDesk.Change(taken.Handover.Id, null, Actor.Staff($"{handler.Id}"));
        await desk.AcceptAsync(change, handler.Id, cancel);
        var ended = office.Working(accepted + Duration.FromMinutes(random.Next(15, 60 * 6)));
        if (atMost == HandoverState.Accepted || ended >= now)
        {
            return;
        }

        clock.Now = ended.ToMicrosecond();
        await (random.Next(9) == 0 ? desk.ReturnAsync(change, "不在本區營業處轄區，請轉所在地的區處。", cancel) : desk.AnswerAsync(change, "已聯絡用戶說明並處理完畢。", cancel));
        await desk.ToldAsync(taken.Handover.Id, cancel);
    }
}
