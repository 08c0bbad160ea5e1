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
    private readonly Dictionary<Type, List<Type>> _handlers = [];

    public IReadOnlyList<Type> HandlersOf(Type happened) => _handlers.GetValueOrDefault(happened, []);

    internal Type Find(string handler) => _handlers.Values.SelectMany(h => h).First(h => h.FullName == handler);

    internal void Add(Type happened, Type handler)
    {
        if (!_handlers.TryGetValue(happened, out var handlers))
        {
            _handlers[happened] = handlers = [];
        }

        handlers.Add(handler);
    }
}

public static class SubscriptionSetup
{
    /// <summary>Says, in a module's <see cref="Module.AddServices"/>, that <typeparamref name="THandler"/> wants <typeparamref name="TEvent"/>.</summary>
    public static IServiceCollection On<TEvent, THandler>(this IServiceCollection services)
        where TEvent : IEvent
        where THandler : class, IHandle<TEvent>
    {
        var subscriptions = (Subscriptions)services.Single(s => s.ServiceType == typeof(Subscriptions)).ImplementationInstance!;
        subscriptions.Add(typeof(TEvent), typeof(THandler));
        return services.AddScoped<THandler>();
    }
}
