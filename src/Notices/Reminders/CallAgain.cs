using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;

namespace GridDesk.Notices.Reminders;

/// <summary>Nobody answered a call that reminds of a bill: it is made again at another time of day.</summary>
internal sealed class CallAgain(OfficeDb db, PackInForce pack) : IHandle<MessageFailed>
{
    public async Task HandleAsync(MessageFailed happened, Happening row, CancellationToken cancel)
    {
        var id = Guid.Parse(row.Subject.Split(':')[1]);
        if (ReminderSettings.Of(pack) is { } settings && await db.Reminders.SingleOrDefaultAsync(r => r.Message == id, cancel) is { } reminder)
        {
            reminder.NotAnswered(settings, row.RecordedAt, pack.Calendar);
        }
    }
}
