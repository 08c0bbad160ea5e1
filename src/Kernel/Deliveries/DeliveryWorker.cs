using System.Reflection;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GridDesk.Kernel.Deliveries;

/// <summary>Carries out what is due. Whatever a handler throws delays its own delivery, never the worker.</summary>
public sealed class DeliveryWorker(IServiceScopeFactory scopes, WorkSignal signal, IClock clock, ILogger<DeliveryWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                while (await DeliverNextAsync(stopping)) { }
            }
            catch (Exception problem) when (!stopping.IsCancellationRequested)
            {
                log.LogError(problem, "The delivery worker could not reach its work; it tries again");
            }

            await signal.WaitAsync(TimeSpan.FromSeconds(1), stopping);
        }
    }

    /// <summary>Carries out the delivery that is due first; false when none is due.</summary>
    public async Task<bool> DeliverNextAsync(CancellationToken cancel = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        if (await DeliveryClaims.ClaimNextAsync(db, clock.Now(), cancel) is not { } claimed)
        {
            return false;
        }

        try
        {
            await HandleAsync(scope.ServiceProvider, db, claimed, cancel);
        }
        catch (Exception problem) when (!cancel.IsCancellationRequested)
        {
            log.LogWarning(problem, "{Handler} failed on delivery {Delivery}, attempt {Attempt}", claimed.Handler, claimed.Id, claimed.Attempts);
            await using var other = scopes.CreateAsyncScope();
            await DeliveryClaims.FailAsync(other.ServiceProvider.GetRequiredService<OfficeDb>(), claimed, problem.Message, clock.Now(), cancel);
        }

        return true;
    }

    private async Task HandleAsync(IServiceProvider services, OfficeDb db, Delivery claimed, CancellationToken cancel)
    {
        var row = await services.GetRequiredService<EventLog>().GetAsync(claimed.Event, cancel);
        var handlerType = services.GetRequiredService<Subscriptions>().Find(claimed.Handler);
        var handler = services.GetRequiredService(handlerType);
        var handle = typeof(IHandle<>).MakeGenericType(row.Event.GetType()).GetMethod("HandleAsync")!;

        if (handler is ICallOut)
        {
            await HandleItAsync();
        }

        await db.CommitAsync(async () =>
        {
            if (handler is not ICallOut)
            {
                await HandleItAsync();
            }

            if (!await DeliveryClaims.CompleteAsync(db, claimed, clock.Now(), cancel))
            {
                throw new InvalidOperationException("Another worker has taken this delivery over; nothing was saved");
            }
        }, cancel);

        Task HandleItAsync() => (Task)handle.Invoke(handler, BindingFlags.DoNotWrapExceptions, null, [row.Event, row, cancel], null)!;
    }
}

/// <summary>Wakes the workers of this process as soon as there is work; workers of other processes look every second.</summary>
public sealed class WorkSignal : IDisposable
{
    private readonly SemaphoreSlim _work = new(0, 1);

    public void Raise()
    {
        if (_work.CurrentCount == 0)
        {
            try
            {
                _work.Release();
            }
            catch (SemaphoreFullException)
            {
                // Somebody else raised it in between: the same news.
            }
        }
    }

    public void Dispose() => _work.Dispose();

    internal async Task WaitAsync(TimeSpan atMost, CancellationToken cancel)
    {
        try
        {
            await _work.WaitAsync(atMost, cancel);
        }
        catch (OperationCanceledException)
        {
            // The program is stopping.
        }
    }
}
