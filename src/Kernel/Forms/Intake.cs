using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GridDesk.Kernel.Forms;

/// <summary>
/// The door for JSON from outside. What passes is a fresh, small, shallow tree of well-formed text, finite numbers,
/// truth values, lists and objects, so that no kind has to think about anything else.
/// </summary>
internal static class Intake
{
    private const int Deepest = 6;
    private const int MostEntries = 1000;
    private const int LongestText = 100_000;
    private const int LongestName = 100;

    private static readonly Encoding Strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static bool TryTake(JsonNode? node, out JsonNode? taken)
    {
        JsonNode? result = null;
        var fit = Try(() => result = Take(node, 0));
        taken = result;
        return fit;
    }

    /// <summary>The members of an object, not yet looked into.</summary>
    public static bool TryEntries(JsonObject typed, out IReadOnlyDictionary<string, JsonNode?> entries)
    {
        IReadOnlyDictionary<string, JsonNode?> result = new Dictionary<string, JsonNode?>();
        var fit = Try(() => result = Entries(typed));
        entries = result;
        return fit;
    }

    /// <summary>The items of a list, not yet looked into.</summary>
    public static bool TryItems(JsonArray typed, out IReadOnlyList<JsonNode?> items)
    {
        IReadOnlyList<JsonNode?> result = [];
        var fit = Try(() => result = Items(typed));
        items = result;
        return fit;
    }

    // JsonNode is lazy: repeated keys, lone surrogates and NaN show only when it is read, as one of these.
    private static bool Try(Action read)
    {
        try
        {
            read();
            return true;
        }
        catch (Exception unfit) when (unfit is FormatException or ArgumentException or InvalidOperationException or JsonException or NotSupportedException)
        {
            return false;
        }
    }

    private static JsonNode? Take(JsonNode? node, int depth) => node switch
    {
        null => null,
        _ when depth > Deepest => throw Unfit("too deep"),
        JsonObject members => new JsonObject(Entries(members).Select(one => KeyValuePair.Create(one.Key, Take(one.Value, depth + 1)))),
        JsonArray items => new JsonArray([.. Items(items).Select(item => Take(item, depth + 1))]),
        JsonValue value => Take(value),
        _ => throw Unfit("no JSON"),
    };

    private static JsonNode? Take(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.String => JsonValue.Create(Text(value)),
        JsonValueKind.Number => Number(value.ToJsonString()),
        JsonValueKind.True => JsonValue.Create(true),
        JsonValueKind.False => JsonValue.Create(false),
        JsonValueKind.Null => null,
        _ => throw Unfit("not a plain value"),
    };

    private static Dictionary<string, JsonNode?> Entries(JsonObject members) =>
        members.Count <= MostEntries
            ? members.ToDictionary(one => WellFormed(one.Key, LongestName), one => one.Value, StringComparer.Ordinal)
            : throw Unfit("too many members");

    private static IReadOnlyList<JsonNode?> Items(JsonArray items) =>
        items.Count <= MostEntries ? [.. items] : throw Unfit("too many items");

    private static string Text(JsonValue value) =>
        WellFormed(value.TryGetValue<string>(out var text) ? text : JsonNode.Parse(value.ToJsonString())!.GetValue<string>(), LongestText);

    private static JsonNode? Number(string written) =>
        written.Length <= LongestName ? JsonNode.Parse(written) : throw Unfit("too many digits");

    private static string WellFormed(string text, int longest)
    {
        if (text.Length > longest || text.Contains('\0'))
        {
            throw Unfit("not storable");
        }

        Strict.GetByteCount(text); // throws for a lone surrogate
        return text;
    }

    private static FormatException Unfit(string why) => new(why);
}
