using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GridDesk.Kernel.Deliveries;

/// <summary>Works off the queues, each by itself. Whatever a handler throws delays its own delivery, never the worker.</summary>
public sealed class DeliveryWorker(IServiceScopeFactory scopes, Subscriptions subscriptions, WorkSignal signal, IClock clock, ILogger<DeliveryWorker> log) : BackgroundService
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stopping) => Task.WhenAll(subscriptions.Queues.Select(queue => WorkOffAsync(queue, stopping)));

    /// <summary>Carries out the delivery that is due first; false when none is due.</summary>
    /// <param name="queue">Of any queue when null.</param>
    public async Task<bool> DeliverNextAsync(DeliveryQueue? queue = null, CancellationToken cancel = default)
    {
        var claimed = await ClaimAsync(queue, 1, cancel);
        foreach (var next in claimed)
        {
            await DeliverAsync(next, cancel);
        }

        return claimed.Count > 0;
    }

    // A few more are taken than there are hands, so that taking them costs one statement for many.
    private async Task WorkOffAsync(DeliveryQueue queue, CancellationToken stopping)
    {
        List<Task> inHand = [];
        Queue<Claimed> next = [];
        var isNews = true;
        while (!stopping.IsCancellationRequested)
        {
            inHand.RemoveAll(delivery => delivery.IsCompleted);
            var claimed = await TakeAsync(queue, next.Count < queue.Ahead / 2 ? queue.AtOnce - inHand.Count + queue.Ahead - next.Count : 0, isNews, stopping);
            foreach (var delivery in claimed)
            {
                next.Enqueue(delivery);
            }

            while (inHand.Count < queue.AtOnce && next.TryDequeue(out var delivery))
            {
                inHand.Add(DeliverAndSayAsync(queue, delivery, stopping));
            }

            isNews = claimed.Count > 0 && inHand.Count < queue.AtOnce || await signal.WaitAsync(queue.Name, LookAgain, stopping);
        }

        await Task.WhenAll(inHand);
        await GiveBackAsync(next);
    }

    // What was taken and not begun need not wait for its lease to end.
    private async Task GiveBackAsync(IReadOnlyCollection<Claimed> taken)
    {
        if (taken.Count == 0)
        {
            return;
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
            await db.CommitAsync(async () =>
            {
                foreach (var (delivery, _) in taken)
                {
                    await DeliveryClaims.PutOffAsync(db, delivery, delivery.DueAt, CancellationToken.None);
                }
            }, CancellationToken.None);
        }
        catch (Exception problem)
        {
            log.LogWarning(problem, "{Count} deliveries that were not begun could not be given back; they are taken after their lease", taken.Count);
        }
    }

    private async Task<IReadOnlyList<Claimed>> TakeAsync(DeliveryQueue queue, int atMost, bool isNews, CancellationToken stopping)
    {
        try
        {
            return atMost > 0 && (isNews || await IsDueAsync(queue, stopping)) ? await ClaimAsync(queue, atMost, stopping) : [];
        }
        catch (Exception problem) when (!stopping.IsCancellationRequested)
        {
            log.LogError(problem, "The worker of the queue {Queue} could not reach its work; it tries again", queue.Name);
        }
        catch (OperationCanceledException)
        {
            // The program is stopping.
        }

        return [];
    }

    private async Task DeliverAndSayAsync(DeliveryQueue queue, Claimed claimed, CancellationToken stopping)
    {
        try
        {
            await DeliverAsync(claimed, stopping);
        }
        catch (Exception problem) when (!stopping.IsCancellationRequested)
        {
            log.LogError(problem, "The delivery {Delivery} could be neither finished nor put back; it is tried again after its lease", claimed.Delivery.Id);
        }
        catch (OperationCanceledException)
        {
            // The program is stopping; whoever comes next takes it over.
        }

        signal.Raise(queue.Name);
    }

    private async Task<bool> IsDueAsync(DeliveryQueue queue, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await DeliveryClaims.AnyAsync(scope.ServiceProvider.GetRequiredService<OfficeDb>(), queue, clock.Now(), cancel);
    }

    private async Task<IReadOnlyList<Claimed>> ClaimAsync(DeliveryQueue? queue, int atMost, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        var claimed = await DeliveryClaims.ClaimAsync(db, queue, atMost, clock.Now(), cancel);
        // Called off between the two, what was claimed would wait for its lease.
        var events = await EventLog.RecordedAsync(db, [.. claimed.Select(delivery => delivery.Event)], CancellationToken.None);
        return [.. claimed.Select(delivery => new Claimed(delivery, events.GetValueOrDefault(delivery.Event)))];
    }

    private async Task DeliverAsync(Claimed next, CancellationToken cancel)
    {
        var claimed = next.Delivery;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await HandleAsync(scope.ServiceProvider, next, cancel);
        }
        catch (Exception problem) when (!cancel.IsCancellationRequested)
        {
            log.LogWarning(problem, "{Handler} failed on delivery {Delivery}, attempt {Attempt}", claimed.Handler, claimed.Id, claimed.Attempts);
            await using var other = scopes.CreateAsyncScope();
            var db = other.ServiceProvider.GetRequiredService<OfficeDb>();
            await db.CommitAsync(() => DeliveryClaims.FailAsync(db, claimed, problem.Message, clock.Now(), cancel), cancel);
        }
    }

    private async Task HandleAsync(IServiceProvider services, Claimed next, CancellationToken cancel)
    {
        var (claimed, db) = (next.Delivery, services.GetRequiredService<OfficeDb>());
        var row = services.GetRequiredService<EventLog>().Read(next.Event ?? throw new InvalidOperationException("Its event is not in the journal"));
        var subscription = subscriptions.Find(claimed.Handler, row.Event.GetType()) ?? throw new InvalidOperationException($"Nobody carries out '{claimed.Handler}' any more");
        var called = subscription.Call is { } call ? await call(services, row, cancel) : Called.Done(() => subscription.Run!(services, row, cancel));
        await db.CommitAsync(async () =>
        {
            await called.Save();
            if (!await LeaveAsync(db, claimed, called, cancel))
            {
                throw new InvalidOperationException("Another worker has taken this delivery over; nothing was saved");
            }
        }, cancel);
    }

    private Task<bool> LeaveAsync(OfficeDb db, Delivery claimed, Called called, CancellationToken cancel) => called switch
    {
        { Failure: { } why } => DeliveryClaims.FailAsync(db, claimed, why, clock.Now(), cancel),
        { PutOffTo: { } then } => DeliveryClaims.PutOffAsync(db, claimed, then, cancel),
        _ => DeliveryClaims.CompleteAsync(db, claimed, clock.Now(), cancel),
    };

    /// <param name="Event">Null when it is gone; that delivery fails alone.</param>
    private sealed record Claimed(Delivery Delivery, RecordedEvent? Event);
}
