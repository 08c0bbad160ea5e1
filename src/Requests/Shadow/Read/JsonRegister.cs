using System.Text.Json;
using GridDesk.Kernel.Csv;

namespace GridDesk.Requests.Shadow.Read;

/// <summary>
/// A register in JSON, as Open311 gives it out: a list of objects, or an object with such a list in it. Cells are the members
/// that the mapping names; whatever else an object holds, such as an address, is passed over.
/// </summary>
internal static class JsonRegister
{
    /// <exception cref="Refusal"><c>shadow.register</c>: there is no list in it.</exception>
    public static CsvTable Open(byte[] bytes, IReadOnlyList<string> named)
    {
        ReadOnlyMemory<byte> json = bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes.AsMemory(3) : bytes;
        var start = StartOf(json.Span);
        return start < 0
            ? throw new Refusal("shadow.register", "檔案裡找不到案件的清單。要是 JSON 的清單 [ … ]，例如 Open311 的 requests.json。", "There is no list of cases in this file. It must be a JSON list [ … ], such as requests.json of Open311.", "register")
            : new(named, Rows(json, start, named), TextKind.Utf8);
    }

    // Where the first list begins that is not within another object of the list.
    private static int StartOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.StartArray)
                {
                    return (int)reader.TokenStartIndex + 1;
                }
            }
        }
        catch (JsonException)
        {
            // Not JSON at all, or broken before any list.
        }

        return -1;
    }

    private static IEnumerable<CsvRow> Rows(ReadOnlyMemory<byte> json, int at, IReadOnlyList<string> named)
    {
        var (line, counted) = (1, 0);
        while (true)
        {
            var skipped = json.Span[at..].IndexOfAnyExcept(" \t\r\n,"u8);
            at += Math.Max(0, skipped);
            if (skipped < 0 || json.Span[at] == (byte)']')
            {
                yield break;
            }

            line += json.Span[counted..at].Count((byte)'\n');
            counted = at;
            var (row, next) = One(json.Span[at..], line, named);
            yield return row;
            if (next == 0)
            {
                yield break; // behind a broken piece nobody knows where the next begins
            }

            at += next;
        }
    }

    private static (CsvRow Row, int Next) One(ReadOnlySpan<byte> json, int line, IReadOnlyList<string> named)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            var piece = JsonElement.ParseValue(ref reader);
            return (piece.ValueKind == JsonValueKind.Object
                ? new CsvRow(line, [.. named.Select(name => piece.TryGetProperty(name, out var cell) ? TextOf(cell) : "")])
                : new CsvRow(line, []) { Mistake = new("清單裡的這一項不是物件 { … }。", "This item of the list is not an object { … }.") }, (int)reader.BytesConsumed);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return (new CsvRow(line, []) { Mistake = new("從這裡起不是看得懂的 JSON，後面的都沒有讀。", "This is no valid JSON; nothing behind it was read.") }, 0);
        }
    }

    private static string TextOf(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.String => cell.GetString()!,
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        _ => cell.GetRawText(),
    };
}
