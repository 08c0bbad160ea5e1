using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Recurring;

namespace GridDesk.Hall.Messages;

/// <summary>
/// Writes down which messages the screens show (what was withdrawn before its start was shown to nobody), and which papers still hang on a
/// notice board though their time is over.
/// </summary>
internal sealed class TendMessages(OfficeDb db, EventLog events) : IRecur
{
    public Task RunAsync(Instant now, CancellationToken cancel) => db.CommitAsync(async () =>
    {
        var messages = db.Set<HallMessage>();
        foreach (var message in await messages.InForce(now).Where(m => m.ShownAt == null).ToListAsync(cancel))
        {
            Record(message, message.Show(now));
        }

        foreach (var message in await messages.Where(m => m.Paper == NoticePaper.Hangs && (m.Until <= now || m.WithdrawnAt != null)).ToListAsync(cancel))
        {
            Record(message, message.FindHanging(now));
        }
    }, cancel);

    private void Record(HallMessage message, IEvent? happened)
    {
        if (happened is not null)
        {
            events.Record(message, happened, Actor.Office);
        }
    }
}
