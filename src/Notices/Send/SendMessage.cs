using GridDesk.Customers.Contacts;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using GridDesk.Notices.Providers;
using GridDesk.Requests;

namespace GridDesk.Notices.Send;

/// <summary>
/// Hands a queued message over: to the next provider when one cannot be reached, again later when the receiver cannot take it now, to
/// nobody any more when the receiver never will.
/// </summary>
internal sealed class SendMessage(OfficeDb db, EventLog events, ProvidersOfChannel providers, RequestDirectory requests, MayBeSent mayBeSent, IClock clock) : IHandle<MessageQueued>, ICallOut
{
    public async Task HandleAsync(MessageQueued happened, Happening row, CancellationToken cancel)
    {
        var message = await db.Messages.AsNoTracking().SingleAsync(m => m.Id == happened.Message, cancel);
        if (message.State is not MessageState.Waiting)
        {
            return; // sent before the mark that it was could be saved
        }

        var may = await mayBeSent.AskAsync(message, cancel);
        if (may.NotBefore is { } later)
        {
            throw new InvalidOperationException($"Quiet hours until {later}");
        }

        if (may.Verdict is not ContactVerdict.Yes)
        {
            return;
        }

        var outgoing = new Outgoing(message.Id, message.Channel, message.To, message.Title, message.Text, message.Language, mayBeSent.StopLinkOf(message));
        var last = new Handed(FailureKind.Technical, Reason: "no provider");
        foreach (var provider in providers.InOrder(message.Channel))
        {
            last = await TryAsync(provider, outgoing, cancel);
            if (last.Failure is not FailureKind.Technical)
            {
                break;
            }
        }

        if (last.Failure is FailureKind.Technical or FailureKind.Temporary)
        {
            // What the provider said may name the receiver; it stands with the attempt, not in a log.
            throw new InvalidOperationException($"Not handed over yet, {last.Failure}: the message's attempts say why");
        }
    }

    private async Task<Handed> TryAsync(IMessageProvider provider, Outgoing outgoing, CancellationToken cancel)
    {
        var (at, watch) = (clock.Now(), System.Diagnostics.Stopwatch.StartNew());
        Handed handed;
        try
        {
            handed = await provider.HandAsync(outgoing, cancel);
        }
        catch (Exception problem) when (!cancel.IsCancellationRequested)
        {
            handed = new(FailureKind.Technical, Reason: problem.Message);
        }

        var took = (int)watch.ElapsedMilliseconds;
        await db.CommitAsync(async () =>
        {
            var reason = handed.Reason is { Length: > 500 } longer ? longer[..500] : handed.Reason;
            db.Add(new Attempt { Id = Guid.CreateVersion7(at.ToDateTimeOffset()), Message = outgoing.Id, Channel = outgoing.Channel, Provider = provider.Name, At = at, Took = took, Failure = handed.Failure, Reason = reason });
            var message = await db.Messages.SingleAsync(m => m.Id == outgoing.Id, cancel);
            if (handed.Failure is null && message.HandOver(provider.Name, handed.Reference, clock.Now()) is { } over)
            {
                events.Record(message, over, Actor.Office);
                if (message.Tells is { } day)
                {
                    await requests.TellAsync(message.About, day, cancel);
                }
            }
            else if (handed.Failure is FailureKind.Permanent && message.Fail(FailureKind.Permanent, handed.Reason ?? "", clock.Now()) is { } failed)
            {
                events.Record(message, failed, Actor.Office);
            }
        }, cancel);
        return handed;
    }
}
