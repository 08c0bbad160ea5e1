using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using GridDesk.Notices.Providers;
using GridDesk.Notices.Receipts;
using GridDesk.Requests;

namespace GridDesk.Notices.Send;

/// <summary>Saves what came of trying to hand a message over.</summary>
internal sealed class HandOver(OfficeDb db, EventLog events, RequestDirectory requests, ReceiptDesk receipts, IClock clock)
{
    /// <summary>Why a delivery is tried again although nothing is wrong with its message or its receiver.</summary>
    public const string NoProvider = "No provider took it: the message's attempts say why";

    public async Task SaveAsync(Guid id, IReadOnlyList<(Attempt Attempt, Handed Handed)> attempts, CancellationToken cancel)
    {
        db.AddRange(attempts.Select(a => a.Attempt));
        var message = await db.Messages.SingleAsync(m => m.Id == id, cancel);
        if (attempts.LastOrDefault() is not ({ } attempt, { } handed) || message.State is not MessageState.Waiting)
        {
            return;
        }

        if (handed.Failure is FailureKind.Permanent && message.Fail(FailureKind.Permanent, handed.Reason ?? "", clock.Now()) is { } failed)
        {
            events.Record(message, failed, Actor.Office);
        }

        if (handed.Failure is null && message.HandOver(attempt.Provider, handed.Reference, clock.Now()) is { } over)
        {
            events.Record(message, over, Actor.Office);
            if (message.Tells is { } day && !message.IsSpooled)
            {
                await requests.TellAsync(message.About, day, cancel);
            }

            await receipts.ApplyEarlyAsync(message, cancel);
        }
    }

    public async Task StopAsync(Guid id, StopReason why, CancellationToken cancel)
    {
        var message = await db.Messages.SingleAsync(m => m.Id == id, cancel);
        if (message.Stop(why, clock.Now()) is { } stopped)
        {
            events.Record(message, stopped, Actor.Office);
        }
    }
}
