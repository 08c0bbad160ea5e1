using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GridDesk.Kernel.Forms;

/// <summary>Between the names of a posted form and JSON.</summary>
internal static partial class Posted
{
    private const string Prefix = "answers.";

    public static JsonObject Read(IEnumerable<KeyValuePair<string, string?>> posted)
    {
        var root = new Slot();
        foreach (var (name, value) in posted.Where(one => one.Key.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            root.At(name[Prefix.Length..]).Values.Add(value ?? "");
        }

        return root.ToObject();
    }

    public static IEnumerable<KeyValuePair<string, string>> Write(JsonObject answers) =>
        answers.SelectMany(one => Write(Prefix + one.Key, one.Value));

    private static IEnumerable<KeyValuePair<string, string>> Write(string name, JsonNode? node) => node switch
    {
        null => [],
        JsonObject members => members.SelectMany(one => Write($"{name}.{one.Key}", one.Value)),
        JsonArray items => items.SelectMany((item, at) => Write(item is JsonObject ? $"{name}[{at}]" : name, item)),
        _ => [KeyValuePair.Create(name, node.GetValueKind() is JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString())],
    };

    /// <summary>reason, moveDate.year, meters[0].number; nothing our pages post is deeper.</summary>
    [GeneratedRegex(@"^[^.\[\]]{1,60}(\[[0-9]{1,3}\])?(\.[^.\[\]]{1,60}(\[[0-9]{1,3}\])?){0,3}\z")]
    private static partial Regex Names { get; }

    private sealed class Slot
    {
        public List<string> Values { get; } = [];

        private readonly SortedDictionary<int, Slot> items = [];
        private readonly OrderedDictionary<string, Slot> members = [];

        public Slot At(string name)
        {
            // A name no page of ours posts stays whole, and the form says that it does not know it.
            if (!Names.IsMatch(name))
            {
                return Find(members, name.Length <= 60 ? name : name[..60]);
            }

            var slot = this;
            foreach (var part in name.Split('.'))
            {
                var bracket = part.IndexOf('[', StringComparison.Ordinal);
                slot = bracket < 0
                    ? Find(slot.members, part)
                    : Find(Find(slot.members, part[..bracket]).items, int.Parse(part[(bracket + 1)..^1]));
            }

            return slot;
        }

        public JsonObject ToObject() => new(members.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value.ToNode())));

        // The items close up: a row that was taken away leaves no gap.
        private JsonNode ToNode() =>
            items.Count > 0 ? new JsonArray([.. items.Values.Select(item => item.ToNode())])
            : members.Count > 0 ? ToObject()
            : Values is [var one] ? JsonValue.Create(one)
            : new JsonArray([.. Values.Select(value => JsonValue.Create(value))]);

        private static Slot Find<TKey>(IDictionary<TKey, Slot> slots, TKey key) =>
            slots.TryGetValue(key, out var slot) ? slot : slots[key] = new Slot();
    }
}
