using GridDesk.Kernel.Deliveries;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Kernel.Events;

/// <summary>
/// Does something because an event happened: in its own transaction, soon afterwards, at least once, in order for each subject.
/// What it changes and the mark that it is done are saved together.
/// </summary>
public interface IHandle<in TEvent> where TEvent : IEvent
{
    Task HandleAsync(TEvent happened, Happening row, CancellationToken cancel);
}

/// <summary>
/// Speaks with somebody else's system because an event happened. It does so outside any save, so that nobody in the office waits with it;
/// what it does elsewhere must not mind being done twice. What it learned is saved together with the mark that it is done.
/// </summary>
public interface ICallOut<in TEvent> where TEvent : IEvent
{
    Task<Called> CallAsync(TEvent happened, Happening row, CancellationToken cancel);
}

/// <summary>Which handlers want which events. Filled as modules register; read-only from then on.</summary>
public sealed class Subscriptions
{
    private readonly List<Subscription> _all = [];

    /// <summary>The queues that workers work off.</summary>
    public IEnumerable<DeliveryQueue> Queues => _all.Select(s => s.Queue).Append(DeliveryQueue.Office).Distinct();

    internal IReadOnlyList<Subscription> All => _all;

    /// <summary>Those that want this event.</summary>
    public IEnumerable<Subscription> Of(IEvent happened) => _all.Where(s => s.Event == happened.GetType() && s.When?.Invoke(happened) is not false);

    /// <summary>Who carries out a delivery of this kind of event; null when nobody does any more.</summary>
    internal Subscription? Find(string handler, Type happened) => _all.Find(s => s.Handler.FullName == handler && s.Event == happened);

    internal void Add(Subscription subscription) => _all.Add(subscription);
}

/// <param name="When">Which of the events; all when null.</param>
/// <param name="IsRoutine">Which of the deliveries may wait for all others of the queue.</param>
/// <param name="Call">Null when all is done inside the save.</param>
public sealed record Subscription(Type Event, Type Handler, Func<IEvent, bool>? When, DeliveryQueue Queue, Func<IEvent, bool>? IsRoutine, Func<IServiceProvider, Happening, CancellationToken, Task<Called>>? Call, Func<IServiceProvider, Happening, CancellationToken, Task>? Run)
{
    /// <summary>What is wanted changes while the program runs: whether an event that is past was, nobody can tell.</summary>
    public bool Varies { get; init; }
}

public static class SubscriptionSetup
{
    /// <summary>Says, in a module's <see cref="Module.AddServices"/>, that <typeparamref name="THandler"/> wants <typeparamref name="TEvent"/>.</summary>
    /// <param name="when">Which of them; all when left out. A delivery that nobody needs is not written.</param>
    /// <param name="varies"><paramref name="when"/> looks at more than the event.</param>
    /// <param name="queue">Of its own when there are many and nobody else may stand behind them; the office's when left out.</param>
    public static IServiceCollection On<TEvent, THandler>(this IServiceCollection services, Func<TEvent, bool>? when = null, bool varies = false, DeliveryQueue? queue = null)
        where TEvent : IEvent
        where THandler : class, IHandle<TEvent>
    {
        services.Subscriptions.Add(new(typeof(TEvent), typeof(THandler), Untyped(when), queue ?? DeliveryQueue.Office, null, null,
            (scope, row, cancel) => scope.GetRequiredService<THandler>().HandleAsync((TEvent)row.Event, row, cancel)) { Varies = varies });
        return services.AddScoped<THandler>();
    }

    /// <summary>Says that <typeparamref name="THandler"/> speaks with somebody else's system about <typeparamref name="TEvent"/>.</summary>
    /// <param name="queue">Which system: one that is slow or gone delays nobody else's deliveries.</param>
    /// <param name="when">Which of them; all when left out.</param>
    /// <param name="isRoutine">Which may wait for all others of the queue; none when left out.</param>
    public static IServiceCollection CallOut<TEvent, THandler>(this IServiceCollection services, DeliveryQueue queue, Func<TEvent, bool>? when = null, Func<TEvent, bool>? isRoutine = null)
        where TEvent : IEvent
        where THandler : class, ICallOut<TEvent>
    {
        services.Subscriptions.Add(new(typeof(TEvent), typeof(THandler), Untyped(when), queue, Untyped(isRoutine),
            (scope, row, cancel) => scope.GetRequiredService<THandler>().CallAsync((TEvent)row.Event, row, cancel), null));
        return services.AddScoped<THandler>();
    }

    extension(IServiceCollection services)
    {
        private Subscriptions Subscriptions => (Subscriptions)services.Single(s => s.ServiceType == typeof(Subscriptions)).ImplementationInstance!;
    }

    private static Func<IEvent, bool>? Untyped<TEvent>(Func<TEvent, bool>? test) where TEvent : IEvent => test is null ? null : happened => test((TEvent)happened);
}
