using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Supply;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Requests;

/// <summary>Why invented supply cases are late, as a control meeting would have heard it; some it has not heard yet.</summary>
internal static class DemoSupply
{
    private static readonly (SupplyCause Cause, string Recovery)[] Heard =
    [
        (SupplyCause.Permit, "已向工務單位催路證，拿到當天就進場。"),
        (SupplyCause.Material, "變壓器向鄰近區處調撥，到貨後兩天內施工。"),
        (SupplyCause.Workload, "調一個外線班支援，週四進場。"),
        (SupplyCause.CustomerWiring, "和用戶約好內線完工日，隔天檢驗。"),
        (SupplyCause.LandAndRoute, "和地主現場協調電桿位置，改走對側。"),
    ];

    public static async Task ExplainAsync(IServiceProvider services, Instant now, Random random, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var (db, follow, pack) = (scope.ServiceProvider.GetRequiredService<OfficeDb>(), scope.ServiceProvider.GetRequiredService<SupplyFollow>(), scope.ServiceProvider.GetRequiredService<PackInForce>());
        var today = pack.Calendar.Today(now);
        await db.CommitAsync(async () =>
        {
            var late = await db.SupplySchedules.Where(s => s.NextPlanned < today && !s.Waits)
                .Join(db.Requests.Where(r => r.Status == RequestStatus.InProgress && r.Owner != null), s => s.Request, r => r.Id, (s, r) => new { Schedule = s, r.Owner, Promise = r.PromiseId })
                .OrderBy(row => row.Schedule.Request).ToListAsync(cancel);
            foreach (var row in late.Where(_ => random.Next(4) > 0))
            {
                var (cause, recovery) = Heard[random.Next(Heard.Length)];
                var promise = await db.Set<Promise>().FindAsync([row.Promise], cancel);
                var (by, clock) = (Actor.Staff(row.Owner!), new SupplyClock(pack.Calendar, promise?.Segments ?? [], now));
                var day = LocalDate.Max(row.Schedule.Next!.Expected, clock.After(today, random.Next(1, 6)));
                follow.Record(row.Schedule, row.Schedule.Delay(row.Schedule.Next.Code, cause, recovery, day, by.Key, clock), by, clock);
            }
        }, cancel);
    }
}
