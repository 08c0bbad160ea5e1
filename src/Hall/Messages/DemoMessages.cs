using GridDesk.Hall.Definition;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Hall.Messages;

/// <summary>What is announced in the halls of a demonstration.</summary>
internal static class DemoMessages
{
    private static readonly (HallMedium[] Media, Phrase Text, int FromDay, int Days)[] All =
    [
        ([HallMedium.Television], new("夏月電價從 6 月開始，到 9 月底。", "Summer rates apply from June to the end of September."), -10, 100),
        ([HallMedium.NoticeBoard, HallMedium.Television], new("辦過戶、繳費、補單請到 1 號快速櫃檯。", "For a change of holder, a payment or a copy of a bill, go to counter 1."), -3, 60),
        ([HallMedium.NoticeBoard, HallMedium.Television], new("颱風季節，斷落的電線請勿靠近，請打 1911。", "In the typhoon season stay away from fallen wires and telephone 1911."), -1, 90),
        ([HallMedium.Television], new("一個插座不要接太多電器，容易過熱。", "Too many appliances on one socket overheat it."), 8, 30),
        ([HallMedium.Marquee], new("電子帳單不怕遺失，服務人員可以幫您申請。", "An e-bill is never lost; any of us will help you to apply."), -5, 60),
        ([HallMedium.Marquee], new("颱風季節，請先備好手電筒。", "Typhoon season: keep a torch at hand."), -1, 90),
        ([HallMedium.Marquee, HallMedium.Television], new("下週三下午系統維護，網路申請晚上 6 點恢復。", "Next Wednesday afternoon we maintain our systems; online requests are back at 6 in the evening."), 1, 6),
    ];

    public static async Task AddAsync(IServiceProvider services, Demo demo, CancellationToken cancel)
    {
        if (demo.Customers == 0)
        {
            return;
        }

        var (pack, desk, staff) = (services.GetRequiredService<PackInForce>(), services.GetRequiredService<HallMessageDesk>(), services.GetRequiredService<StaffDirectory>());
        var (author, approver) = (await SomebodyAsync(Role.Editor), await SomebodyAsync(Role.Supervisor));
        var today = pack.Calendar.Today(services.GetRequiredService<IClock>().Now());
        foreach (var hall in HallSettings.Find(pack)?.Halls ?? [])
        {
            foreach (var (nth, (media, text, fromDay, days)) in All.Index())
            {
                var from = today.PlusDays(fromDay);
                var message = await desk.WriteAsync(new(hall.Site, media, text, At(from, 8), At(from.PlusDays(days), 17)), author, cancel);
                if (nth < All.Length - 1) // one waits for somebody who approves it
                {
                    await desk.ApproveAsync(message.Id, message.Version, approver, cancel);
                }
            }
        }

        async Task<Actor> SomebodyAsync(Role role) => Actor.Staff($"{(await staff.InRoleAsync(role, cancel))[0].Id}");

        Instant At(LocalDate day, int hour) => pack.Calendar.Zone.AtLeniently(day.At(new LocalTime(hour, 0))).ToInstant();
    }
}
