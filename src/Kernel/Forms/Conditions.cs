using System.Text.Json;
using System.Text.Json.Nodes;

namespace GridDesk.Kernel.Forms;

public static class Conditions
{
    extension(Condition? condition)
    {
        public bool Holds(Func<string, JsonNode?> answer) =>
            condition is null || condition.AllOf.All(one => Values(answer(one.Key)).Any(one.Value.Contains));
    }

    /// <summary>The words a condition is compared with: every choice, a number as it is written.</summary>
    public static IEnumerable<string> Values(JsonNode? answer) => answer switch
    {
        JsonArray many => many.SelectMany(Values),
        JsonValue value when value.GetValueKind() is JsonValueKind.String => [value.GetValue<string>()],
        JsonValue value => [value.ToJsonString()],
        _ => [],
    };
}
