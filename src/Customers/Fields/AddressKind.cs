using System.Text.Json;
using System.Text.Json.Nodes;
using GridDesk.Kernel.Forms;

namespace GridDesk.Customers.Fields;

/// <summary>
/// An address in Taiwan: typed as one line, as parts, or as county, district and the rest in <c>line</c>. The answer
/// has its parts and <c>line</c>; of one that cannot be split, county, district and <c>line</c>.
/// </summary>
internal sealed class AddressKind : IFieldKind
{
    private const int LongestLine = 200;

    private static readonly string[] Keys =
        ["postcode", "county", "district", "village", "neighbourhood", "road", "section", "lane", "alley", "number", "floor", "room", "line"];

    public string Name => "address";

    public Editor Editor => Editor.Address;

    public JsonNode Read(Question question, JsonNode typed)
    {
        var parts = typed is JsonObject members ? Parts(question, members) : new() { ["line"] = AddressText.Squeeze(Typed.Line(question, typed)) };
        string? Field(string name) => typed is JsonObject ? name : null;
        var line = Line(parts);
        if (line.Length > LongestLine)
        {
            throw new Refusal("address.too-long", "地址太長，請檢查。", "The address is too long. Please check it.", Field("line"));
        }

        var (postcode, county, district, rest) = AddressParser.Head(line)
            ?? throw new Refusal("address.county", "請寫出縣市，例如「臺北市」。", "Give the county or city, such as 臺北市.", Field("county"));
        if (district is null)
        {
            throw new Refusal("address.district", $"請寫出{county}的鄉鎮市區。", $"Give the district of {county}.", Field("district"));
        }

        if (Differs(parts.GetValueOrDefault("county"), county) || Differs(parts.GetValueOrDefault("district"), district))
        {
            throw new Refusal("address.contradiction", "選的縣市或鄉鎮市區和地址裡寫的不同，請改成一樣。", "The county or district chosen is not the one in the address. Please make them agree.", Field("line"));
        }

        if (rest.Length == 0)
        {
            throw new Refusal("address.incomplete", "請寫出路名與門牌號碼。", "Give the road and the number.", Field("line"));
        }

        var address = (AddressParser.Parse(line) ?? new Address(county, district)) with { Postcode = Postcode(parts) ?? postcode };
        return Canonical(address, address.HasParts ? address.Line : county + district + rest);
    }

    public string Show(Question question, JsonNode answer) => $"{answer["postcode"]?.GetValue<string>()}{answer["line"]!.GetValue<string>()}";

    public JsonObject Schema(Question question) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(Keys.Select(key => KeyValuePair.Create(key, (JsonNode?)new JsonObject { ["type"] = "string" }))),
        ["required"] = new JsonArray("county", "district", "line"),
        ["additionalProperties"] = false,
    };

    private static Dictionary<string, string> Parts(Question question, JsonObject typed)
    {
        var parts = new Dictionary<string, string>();
        foreach (var (key, value) in typed)
        {
            if (!Keys.Contains(key))
            {
                throw new Refusal("form.unknown-field", $"地址沒有「{key}」這個欄位。", $"An address has no field “{key}”.", key);
            }

            var part = value switch
            {
                null => "",
                _ when value.GetValueKind() is JsonValueKind.Number => value.ToJsonString(),
                _ when value.GetValueKind() is JsonValueKind.String => AddressText.Squeeze(value.GetValue<string>()),
                _ => throw new Refusal("form.not-text", $"「{question.Label.Zh}」要填文字。", $"“{question.Label.En}” must be text.", key),
            };
            if (part.Length > LongestLine)
            {
                throw new Refusal("address.too-long", "地址太長，請檢查。", "The address is too long. Please check it.", key);
            }

            if (part.Length > 0)
            {
                parts.Add(key, part);
            }
        }

        return parts;
    }

    // The line is made from the parts when there are any; otherwise it is what was typed, behind what was chosen.
    private static string Line(Dictionary<string, string> parts)
    {
        var (county, district, line) = (parts.GetValueOrDefault("county"), parts.GetValueOrDefault("district"), parts.GetValueOrDefault("line", ""));
        var address = new Address(county ?? "", county is not null && district?.StartsWith(county, StringComparison.Ordinal) is true ? district[county.Length..] : district ?? "")
        {
            Village = parts.GetValueOrDefault("village"),
            Neighbourhood = parts.GetValueOrDefault("neighbourhood"),
            Road = parts.GetValueOrDefault("road"),
            Section = parts.GetValueOrDefault("section"),
            Lane = parts.GetValueOrDefault("lane"),
            Alley = parts.GetValueOrDefault("alley"),
            Number = parts.GetValueOrDefault("number"),
            Floor = parts.GetValueOrDefault("floor"),
            Room = parts.GetValueOrDefault("room"),
        };
        return address.HasParts ? AddressText.Squeeze(address.Line)
            : AddressParser.Head(line) is not null ? line
            : line.StartsWith(address.District, StringComparison.Ordinal) ? address.County + line
            : address.Line + line;
    }

    private static string? Postcode(Dictionary<string, string> parts)
    {
        var postcode = parts.GetValueOrDefault("postcode");
        return postcode is null || (postcode.Length is 3 or 5 or 6 && postcode.All(char.IsAsciiDigit))
            ? postcode
            : throw new Refusal("address.postcode", "郵遞區號是 3、5 或 6 個數字，請檢查。", "A postcode has 3, 5 or 6 digits. Please check it.", "postcode");
    }

    private static bool Differs(string? chosen, string written) =>
        chosen is not null && !AddressParser.Formal(chosen).EndsWith(written, StringComparison.Ordinal);

    private static JsonObject Canonical(Address address, string line) => new(new (string Key, string? Part)[]
    {
        ("postcode", address.Postcode), ("county", address.County), ("district", address.District), ("village", address.Village),
        ("neighbourhood", address.Neighbourhood), ("road", address.Road), ("section", address.Section), ("lane", address.Lane),
        ("alley", address.Alley), ("number", address.Number), ("floor", address.Floor), ("room", address.Room), ("line", line),
    }.Where(one => one.Part is not null).Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Part)));
}
