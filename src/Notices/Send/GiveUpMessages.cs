using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Recurring;

namespace GridDesk.Notices.Send;

/// <summary>
/// Every hour: a message that still waits after all tries are over has failed, whatever held it up: a mailbox that stayed full, providers
/// that were gone, a delivery that was lost. So nobody waits for good for something that nobody sends.
/// </summary>
internal sealed class GiveUpMessages(OfficeDb db, EventLog events) : IRecur
{
    private const int AtOnce = 200;

    // Deliveries are tried for five days.
    private static readonly Duration Longest = Duration.FromDays(6);

    public async Task RunAsync(Instant now, CancellationToken cancel)
    {
        var before = now - Longest;
        while (await db.CommitAsync(() => GiveUpAsync(before, now, cancel), cancel) == AtOnce)
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<int> GiveUpAsync(Instant before, Instant now, CancellationToken cancel)
    {
        var waiting = await db.Messages.Where(m => m.State == MessageState.Waiting && m.QueuedAt < before).OrderBy(m => m.Id).Take(AtOnce).ToListAsync(cancel);
        foreach (var message in waiting)
        {
            var last = await db.Attempts.Where(a => a.Message == message.Id).OrderByDescending(a => a.At).FirstOrDefaultAsync(cancel);
            if (message.Fail(last?.Failure ?? FailureKind.Technical, last?.Reason ?? "never tried", now) is { } failed)
            {
                events.Record(message, failed, Actor.Office);
            }
        }

        return waiting.Count;
    }
}
