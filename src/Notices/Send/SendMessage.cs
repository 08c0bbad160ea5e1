using System.Diagnostics;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Deliveries;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using GridDesk.Notices.Providers;
using GridDesk.Notices.Routing;

namespace GridDesk.Notices.Send;

/// <summary>
/// Hands a queued message over, unless something has come between: to the next provider when one cannot be reached, again later when the
/// receiver cannot take it now, to nobody any more when the receiver never will.
/// </summary>
internal sealed class SendMessage(OfficeDb db, IEnumerable<IBeforeSending> before, RouteDesk routes, Pace pace, HandOver handOver, StopLinks stopLinks, IClock clock) : ICallOut<MessageQueued>
{
    public async Task<Called> CallAsync(MessageQueued happened, Happening row, CancellationToken cancel)
    {
        var message = await db.Messages.AsNoTracking().SingleAsync(m => m.Id == happened.Message, cancel);
        if (message.State is not MessageState.Waiting)
        {
            return Called.Done();
        }

        List<(Attempt Attempt, Handed Handed)> attempts;
        List<IAsyncDisposable> held = [];
        try
        {
            foreach (var asked in before)
            {
                switch (await asked.AskAsync(message, clock.Now(), cancel))
                {
                    case MayLeave.NotBefore(var then): return Called.NotBefore(then);
                    case MayLeave.Never(var why): return Called.Done(() => handOver.StopAsync(message.Id, why, cancel));
                    case MayLeave.While(var hold): held.Add(hold); break;
                }
            }

            attempts = await TryAsync(message, cancel);
        }
        finally
        {
            foreach (var hold in held)
            {
                await hold.DisposeAsync();
            }
        }

        Func<Task> save = () => handOver.SaveAsync(message.Id, attempts, cancel);
        return attempts.LastOrDefault().Handed switch
        {
            // What the provider said may name the receiver; it stands with the attempt, not in a log.
            null or { Failure: FailureKind.Technical } => Called.Failed(HandOver.NoProvider, save),
            { Failure: FailureKind.Temporary } => Called.Failed("The receiver cannot take it now: the message's attempts say why", save),
            _ => Called.Done(save),
        };
    }

    private async Task<List<(Attempt Attempt, Handed Handed)>> TryAsync(Message message, CancellationToken cancel)
    {
        var outgoing = new Outgoing(message.Id, message.Channel, message.To, message.Title, message.Text, message.Language, stopLinks.Of(message));
        List<(Attempt Attempt, Handed Handed)> attempts = [];
        foreach (var provider in await routes.InOrderAsync(message, cancel))
        {
            await pace.WaitAsync(provider, cancel);
            var (at, watch) = (clock.Now(), Stopwatch.StartNew());
            var handed = await HandAsync(provider, outgoing, cancel);
            var reason = handed.Reason is { Length: > 500 } longer ? longer[..500] : handed.Reason;
            attempts.Add((new() { Id = Guid.CreateVersion7(at.ToDateTimeOffset()), Message = message.Id, Channel = message.Channel, Provider = provider.Name, At = at, Took = (int)watch.ElapsedMilliseconds, Failure = handed.Failure, Reason = reason }, handed));
            if (handed.Failure is not FailureKind.Technical)
            {
                break;
            }
        }

        return attempts;
    }

    private static async Task<Handed> HandAsync(IMessageProvider provider, Outgoing outgoing, CancellationToken cancel)
    {
        try
        {
            return await provider.HandAsync(outgoing, cancel);
        }
        catch (Exception problem) when (!cancel.IsCancellationRequested)
        {
            return new(FailureKind.Technical, Reason: problem.Message);
        }
    }
}
