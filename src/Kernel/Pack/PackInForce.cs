using System.Collections.Concurrent;
using GridDesk.Kernel.Time;

namespace GridDesk.Kernel.Pack;

/// <summary>The edition of the pack by which this process works now, and what follows from it.</summary>
public sealed class PackInForce
{
    private State? _state;

    public LoadedPack Pack => Now.Pack;

    public Office Office => Of(pack => pack.Get<Office>());

    public WorkCalendar Calendar => Of(pack => new WorkCalendar(
        pack.Get<CalendarDefinition>(), pack.Get<Office>().TimeZone, pack.Get<SiteList>().Sites.ToDictionary(s => s.Code, s => s.Hours)));

    public Departments Departments => Of(Departments.Of);

    public SiteList Sites => Pack.Get<SiteList>();

    internal string? Hash => _state?.Pack.Hash;

    private State Now => _state ?? throw new InvalidOperationException("No pack has been loaded yet");

    /// <summary>What follows from the pack, made once for each edition.</summary>
    public T Of<T>(Func<LoadedPack, T> make) where T : class
    {
        var state = Now;
        return (T)state.Made.GetOrAdd(typeof(T), _ => make(state.Pack));
    }

    public void Follow(LoadedPack pack) => _state = new State(pack, []);

    private sealed record State(LoadedPack Pack, ConcurrentDictionary<Type, object> Made);
}
