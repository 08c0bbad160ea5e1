using GridDesk.Kernel.Data;
using GridDesk.Kernel.Deliveries;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Sweeps;

namespace GridDesk.Notices.Send;

/// <summary>Messages that wait although nobody is about to send them: their delivery was lost, or marked done by a hand that was not ours. It is written again.</summary>
internal sealed class MissingSending(OfficeDb db, EventLog events, DeliveryRepair repair) : ISweep
{
    private const int AtOnce = 500;
    private static readonly Duration Patience = Duration.FromMinutes(15);

    public async Task<Swept> RunAsync(Instant since, Instant now, CancellationToken cancel)
    {
        // Those that have waited longest: a fault among them cannot hide behind what was queued later.
        var before = now - Patience;
        var longest = await db.Messages.Where(m => m.State == MessageState.Waiting && m.QueuedAt < before).OrderBy(m => m.Id).Take(AtOnce).Select(m => new { m.Id, m.About, m.Channel }).ToListAsync(cancel);
        var waiting = longest.ConvertAll(m => (m.Id, Thread: new MessageThread { About = m.About, Channel = m.Channel }));
        var lanes = waiting.Select(m => LaneOf(m.Thread)).Distinct().ToList();
        var worked = await db.Set<Delivery>().Where(d => lanes.Contains(d.Lane) && d.DoneAt == null).Select(d => d.Lane).Distinct().ToListAsync(cancel);
        var (mended, left) = (0, new List<LeftOver>());
        foreach (var message in waiting.Where(m => !worked.Contains(LaneOf(m.Thread))))
        {
            if ((await events.HistoryAsync(message.Thread.Key, cancel)).FirstOrDefault(h => h.Event is MessageQueued queued && queued.Message == message.Id) is { } queued
                && await db.CommitAsync(() => repair.QueueAsync(queued.Id, typeof(SendMessage), now, cancel), cancel))
            {
                mended++;
            }
            else
            {
                left.Add(new(Message.KeyOf(message.Id)));
            }
        }

        return Swept.Of(mended, left);
    }

    private static string LaneOf(MessageThread thread) => DeliveryRepair.LaneOf(thread.Key, typeof(SendMessage));
}
