using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Recurring;

namespace GridDesk.Notices.Reminders;

/// <summary>Every minute from the pack's time on, each working day: begins the day's reminders, or goes on where a stop left them; and calls again whoever did not answer.</summary>
internal sealed class RemindOnWorkingDays(OfficeDb db, ReminderDesk desk, PackInForce pack) : IRecur
{
    private const int AtOnce = 200;

    // A process that comes up at night leaves the day alone.
    private static readonly LocalTime Latest = new(19, 0);

    public async Task RunAsync(Instant now, CancellationToken cancel)
    {
        var local = now.InZone(pack.Calendar.Zone);
        if (ReminderSettings.Of(pack) is not { } settings || local.TimeOfDay < settings.At || !pack.Calendar.IsWorkingDay(local.Date))
        {
            return;
        }

        if (local.TimeOfDay < Latest && !await db.ReminderRuns.AnyAsync(r => r.Day == local.Date && r.DoneAt != null, cancel))
        {
            await desk.RunAsync(Actor.Office, cancel);
        }

        foreach (var some in (await db.Reminders.AsNoTracking().Where(r => r.AgainAt <= now).OrderBy(r => r.AgainAt).Select(r => r.Id).ToListAsync(cancel)).Chunk(AtOnce))
        {
            await db.CommitAsync(async () =>
            {
                foreach (var reminder in await db.Reminders.Where(r => some.Contains(r.Id) && r.AgainAt <= now).ToListAsync(cancel))
                {
                    await desk.AgainAsync(reminder, cancel);
                }
            }, cancel);
            db.ChangeTracker.Clear();
        }
    }
}
