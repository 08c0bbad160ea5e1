using GridDesk.Hall.Definition;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Hall.Roster;

/// <summary>Who stands where in the first hall in the demo's week and the one after.</summary>
internal static class DemoRoster
{
    private static readonly LocalTime Noon = new(12, 0);

    public static async Task AddAsync(IServiceProvider services, CancellationToken cancel)
    {
        var (pack, desk, directory) = (services.GetRequiredService<PackInForce>(), services.GetRequiredService<RosterDesk>(), services.GetRequiredService<StaffDirectory>());
        var today = pack.Calendar.Today(services.GetRequiredService<IClock>().Now());
        var monday = today.PlusDays(1 - (int)today.DayOfWeek);
        if (HallSettings.Find(pack)?.Halls is not [var hall, ..] || !pack.Calendar.Knows(monday) || (await desk.WeekAsync(hall.Site, monday, cancel)).Count > 0)
        {
            return;
        }

        // Those who can sign in were taken on first.
        List<Colleague> clerks = [.. (await directory.InRoleAsync(Role.Clerk, cancel)).Where(p => p.Site == hall.Site).OrderBy(p => p.Id)];
        List<LocalDate> days = [.. Enumerable.Range(0, 7).Select(monday.PlusDays).Where(day => pack.Calendar.Knows(day) && pack.Calendar.IsWorkingDay(day, hall.Site))];
        int[] order = [3, .. hall.Counters.Select(c => c.Number).Where(n => n is not 3)];
        foreach (var (number, clerk, deputy) in order.Where(n => hall.Counters.Any(c => c.Number == n)).Zip(clerks, clerks.Skip(1)))
        {
            await PlanAsync(Post.At(number), clerk.Id, deputy.Id, new(8, 0), new(17, 0));
        }

        foreach (var greeter in (await directory.InRoleAsync(Role.Greeter, cancel)).Take(1))
        {
            await PlanAsync(new(PostKind.Entrance), greeter.Id, null, new(8, 0), Noon);
            await PlanAsync(new(PostKind.Floor), greeter.Id, null, new(13, 0), new(17, 0));
        }

        foreach (var volunteer in (await directory.InRoleAsync(Role.Volunteer, cancel)).Take(1))
        {
            await PlanAsync(Post.At(3), volunteer.Id, null, Noon, new(13, 0));
            await PlanAsync(new(PostKind.Guide), volunteer.Id, null, new(14, 0), new(16, 0));
        }

        async Task PlanAsync(Post post, Guid person, Guid? deputy, LocalTime from, LocalTime until)
        {
            try
            {
                await desk.PlanAsync(hall.Site, new(post, person, deputy, from, until), days, Actor.Office, cancel);
            }
            catch (Refusal)
            {
                // An office whose counters, hours or volunteers are others than the first one's has an emptier roster.
            }
        }
    }
}
