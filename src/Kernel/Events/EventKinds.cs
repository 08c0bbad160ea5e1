using System.Reflection;
using System.Text.Json;

namespace GridDesk.Kernel.Events;

/// <summary>Every event that the running modules know, by its stored name and version.</summary>
public sealed class EventKinds
{
    private static readonly JsonSerializerOptions Reading = new(Json.Options) { Converters = { new OneOfEach() } };

    private readonly Dictionary<(string Name, int Version), Type> _types = [];
    private readonly Dictionary<Type, EventAttribute> _names = [];

    public EventKinds(IEnumerable<Assembly> assemblies)
    {
        foreach (var type in assemblies.Distinct().SelectMany(a => a.GetTypes()).Where(t => t.IsAssignableTo(typeof(IEvent)) && !t.IsInterface))
        {
            var name = type.GetCustomAttribute<EventAttribute>()
                ?? throw new InvalidOperationException($"{type} is an event without [Event(\"name\")]");
            _types.Add((name.Name, name.Version), type);
            _names.Add(type, name);
        }
    }

    public IEnumerable<Type> All => _names.Keys;

    public EventAttribute NameOf(Type type) => _names[type];

    public IEvent Read(string name, int version, string body) =>
        (IEvent)JsonSerializer.Deserialize(body, _types[(name, version)], Reading)!;
}
