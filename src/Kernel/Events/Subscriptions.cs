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
/// A handler that waits for somebody else's system. It runs before the save that marks it done, not inside it, so that nobody in
/// the office waits with it; what it does elsewhere must not mind being done twice.
/// </summary>
public interface ICallOut;

/// <summary>Which handlers want which events. Filled as modules register; read-only from then on.</summary>
public sealed class Subscriptions
{
    private readonly Dictionary<Type, List<(Type Handler, Func<IEvent, bool>? When)>> _handlers = [];

    /// <summary>Those that want this event.</summary>
    public IEnumerable<Type> HandlersOf(IEvent happened) =>
        _handlers.TryGetValue(happened.GetType(), out var handlers) ? handlers.Where(h => h.When is null || h.When(happened)).Select(h => h.Handler) : [];

    internal Type Find(string handler) => _handlers.Values.SelectMany(h => h).First(h => h.Handler.FullName == handler).Handler;

    internal void Add(Type happened, Type handler, Func<IEvent, bool>? when)
    {
        if (!_handlers.TryGetValue(happened, out var handlers))
        {
            _handlers[happened] = handlers = [];
        }

        handlers.Add((handler, when));
    }
}

public static class SubscriptionSetup
{
    /// <summary>Says, in a module's <see cref="Module.AddServices"/>, that <typeparamref name="THandler"/> wants <typeparamref name="TEvent"/>.</summary>
    /// <param name="when">Which of them; all when left out. A delivery that nobody needs is not written.</param>
    public static IServiceCollection On<TEvent, THandler>(this IServiceCollection services, Func<TEvent, bool>? when = null)
        where TEvent : IEvent
        where THandler : class, IHandle<TEvent>
    {
        var subscriptions = (Subscriptions)services.Single(s => s.ServiceType == typeof(Subscriptions)).ImplementationInstance!;
        subscriptions.Add(typeof(TEvent), typeof(THandler), when is null ? null : happened => when((TEvent)happened));
        return services.AddScoped<THandler>();
    }
}
