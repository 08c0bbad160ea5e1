using GridDesk.Kernel.Data;
using GridDesk.Kernel.Sweeps;

namespace GridDesk.Notices.Reminders;

/// <summary>Reminders whose message is not there: they look as if somebody had been reminded. A person reminds them another way, while there is time.</summary>
internal sealed class LostReminders(OfficeDb db) : ISweep
{
    private const int AtOnce = 100;

    public async Task<Swept> RunAsync(Instant since, Instant now, CancellationToken cancel) =>
        Swept.Of(0, [.. (await db.Reminders.Where(r => r.ClosedAt == null && !db.Set<Message>().Any(m => m.Id == r.Message)).OrderBy(r => r.Id).Take(AtOnce).Select(r => r.Numbers).ToListAsync(cancel)).Select(bills => new LeftOver(bills))]);
}
