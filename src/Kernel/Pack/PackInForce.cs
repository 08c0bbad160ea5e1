using System.Collections.Concurrent;
using GridDesk.Kernel.Time;

namespace GridDesk.Kernel.Pack;

/// <summary>The edition of the pack by which this process works now, and what follows from it.</summary>
public sealed class PackInForce
{
    private State? _state;

    public LoadedPack Pack => Now.Pack;

    public Office Office => Of(pack => pack.Get<Office>());

    /// <summary>The pack's calendar with what was published at the desk laid over it.</summary>
    public WorkCalendar Calendar => Of(pack => CalendarWith([]));

    /// <summary>As <see cref="Calendar"/>, were these changes published as well.</summary>
    public WorkCalendar CalendarWith(IReadOnlyList<CalendarChange> further) =>
        new(DefinitionWith(further), Pack.Get<Office>().TimeZone, Sites.Sites.ToDictionary(s => s.Code, s => s.Hours));

    /// <summary>What <see cref="Calendar"/> is made of.</summary>
    public CalendarDefinition CalendarDefinition => DefinitionWith([]);

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

    public void Follow(LoadedPack pack) => _state = new State(pack, _state?.Changes ?? [], []);

    /// <summary>Follows what was published over the pack's calendar.</summary>
    public void Follow(IReadOnlyList<CalendarChange> changes)
    {
        if (!changes.SequenceEqual(Now.Changes))
        {
            _state = new State(Now.Pack, changes, []);
        }
    }

    private CalendarDefinition DefinitionWith(IReadOnlyList<CalendarChange> further)
    {
        var (pack, changes, _) = Now;
        var calendar = pack.Get<CalendarDefinition>();
        IReadOnlyList<CalendarChange> all = [.. changes, .. further];
        return all.Count == 0 ? calendar : calendar.With(all, $"{calendar.Edition}+{all.Count}");
    }

    private sealed record State(LoadedPack Pack, IReadOnlyList<CalendarChange> Changes, ConcurrentDictionary<Type, object> Made);
}
