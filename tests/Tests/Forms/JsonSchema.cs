using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GridDesk.Tests.Forms;

/// <summary>The keywords of JSON Schema 2020-12 that our schemas use: whether a schema is one, and whether a value fulfils it.</summary>
internal static class JsonSchema
{
    private static readonly string[] Types = ["object", "array", "string", "number", "integer", "boolean"];

    public static IEnumerable<string> Faults(JsonNode schema, string at = "#")
    {
        if (schema is not JsonObject keywords)
        {
            return schema.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? [] : [$"{at} is no schema"];
        }

        return keywords.SelectMany(one => one.Key switch
        {
            "properties" => one.Value!.AsObject().SelectMany(member => Faults(member.Value!, $"{at}/{member.Key}")),
            "items" or "contains" or "if" or "then" or "else" or "additionalProperties" => Faults(one.Value!, $"{at}/{one.Key}"),
            "allOf" => one.Value!.AsArray().Count == 0 ? [$"{at}/allOf is empty"] : one.Value.AsArray().SelectMany((rule, place) => Faults(rule!, $"{at}/allOf/{place}")),
            "required" => one.Value!.AsArray().Select(id => id!.GetValue<string>()).GroupBy(id => id).Where(same => same.Count() > 1).Select(same => $"{at}/required twice {same.Key}"),
            "type" => Types.Contains(one.Value!.GetValue<string>()) ? [] : [$"{at}/type"],
            "pattern" => new Regex(one.Value!.GetValue<string>()) is null ? [$"{at}/pattern"] : [],
            "enum" => one.Value!.AsArray().Count > 0 ? [] : [$"{at}/enum is empty"],
            "title" or "description" or "format" or "$schema" => one.Value!.GetValueKind() is JsonValueKind.String ? [] : [$"{at}/{one.Key}"],
            "minLength" or "maxLength" or "minItems" or "maxItems" => one.Value!.GetValue<int>() >= 0 ? [] : [$"{at}/{one.Key}"],
            "minimum" or "maximum" => [],
            "multipleOf" => one.Value!.GetValue<decimal>() > 0 ? [] : [$"{at}/multipleOf"],
            "uniqueItems" => [],
            var other => other.StartsWith("x-", StringComparison.Ordinal) ? Array.Empty<string>() : [$"{at} has unknown {other}"],
        });
    }

    public static IEnumerable<string> Violations(JsonNode schema, JsonNode value, string at = "")
    {
        if (schema is not JsonObject keywords)
        {
            return schema.GetValueKind() is JsonValueKind.True ? [] : [$"{at} may not be there"];
        }

        return keywords.SelectMany(one => (one.Key, value) switch
        {
            ("type", _) => IsType(one.Value!.GetValue<string>(), value) ? [] : [$"{at} is not {one.Value}"],
            ("required", JsonObject members) => one.Value!.AsArray().Select(id => id!.GetValue<string>()).Where(id => !members.ContainsKey(id)).Select(id => $"{at}/{id} is missing"),
            ("properties", JsonObject members) => one.Value!.AsObject().Where(property => members.ContainsKey(property.Key)).SelectMany(property => Violations(property.Value!, members[property.Key]!, $"{at}/{property.Key}")),
            ("additionalProperties", JsonObject members) => members.Where(member => !keywords["properties"]!.AsObject().ContainsKey(member.Key)).Select(member => $"{at}/{member.Key} is unknown"),
            ("items", JsonArray items) => items.SelectMany((item, place) => Violations(one.Value!, item!, $"{at}[{place}]")),
            ("contains", JsonArray items) => items.Any(item => !Violations(one.Value!, item!).Any()) ? [] : [$"{at} contains none"],
            ("minItems", JsonArray items) => items.Count >= one.Value!.GetValue<int>() ? [] : [$"{at} has few items"],
            ("maxItems", JsonArray items) => items.Count <= one.Value!.GetValue<int>() ? [] : [$"{at} has many items"],
            ("uniqueItems", JsonArray items) => items.Select(item => item!.ToJsonString()).Distinct().Count() == items.Count ? [] : [$"{at} repeats"],
            ("enum", _) => one.Value!.AsArray().Any(choice => JsonNode.DeepEquals(choice, value)) ? [] : [$"{at} is none of the choices"],
            ("allOf", _) => one.Value!.AsArray().SelectMany(rule => Violations(rule!, value, at)),
            ("if", _) => Violations(keywords[Violations(one.Value!, value).Any() ? "else" : "then"] ?? true, value, at),
            ("pattern", JsonValue) => Regex.IsMatch(value.GetValue<string>(), one.Value!.GetValue<string>()) ? [] : [$"{at} has another pattern"],
            ("minLength", JsonValue) => value.GetValue<string>().EnumerateRunes().Count() >= one.Value!.GetValue<int>() ? [] : [$"{at} is short"],
            ("maxLength", JsonValue) => value.GetValue<string>().EnumerateRunes().Count() <= one.Value!.GetValue<int>() ? [] : [$"{at} is long"],
            ("minimum", JsonValue) => value.GetValue<decimal>() >= one.Value!.GetValue<decimal>() ? [] : [$"{at} is small"],
            ("maximum", JsonValue) => value.GetValue<decimal>() <= one.Value!.GetValue<decimal>() ? [] : [$"{at} is great"],
            ("multipleOf", JsonValue) => value.GetValue<decimal>() % one.Value!.GetValue<decimal>() == 0 ? [] : [$"{at} has many decimals"],
            _ => Array.Empty<string>(),
        });
    }

    private static bool IsType(string type, JsonNode value) => (type, value.GetValueKind()) switch
    {
        ("integer", JsonValueKind.Number) => decimal.IsInteger(value.GetValue<decimal>()),
        ("number", JsonValueKind.Number) or ("string", JsonValueKind.String) or ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) => true,
        _ => false,
    };
}
