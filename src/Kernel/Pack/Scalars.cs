using System.Globalization;
using System.Text.Json;
using NodaTime.Text;

namespace GridDesk.Kernel.Pack;

public sealed partial class NodeBinder
{
    // Far enough for any definition, and no sum of days leaves the calendar.
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    // decimal.Parse silently rounds what is longer.
    private const int MostDigits = 28;

    private static readonly LocalTimePattern HoursAndMinutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private static readonly Dictionary<Type, Scalar> Scalars = new()
    {
        [typeof(string)] = new("一段文字", "text", text => text),
        [typeof(bool)] = new(" true 或 false", "true or false", text => text switch { "true" => true, "false" => false, _ => null }),
        [typeof(int)] = new("整數", "a whole number", text =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null),
        [typeof(decimal)] = new("數字", "a number", text => text.Length <= MostDigits
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null),
        [typeof(LocalDate)] = new("日期（例如 2019-01-01）", "a date such as 2019-01-01", text =>
            LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: >= FirstYear and <= LastYear } date } ? date : null),
        [typeof(LocalTime)] = new("時刻（例如 08:00）", "a time of day such as 08:00", text =>
            HoursAndMinutes.Parse(text) is { Success: true, Value: var time } ? time : null),
    };

    /// <param name="Zh">What must be written.</param>
    /// <param name="En">What must be written.</param>
    /// <param name="Parse">Null when the text is something else.</param>
    private sealed record Scalar(string Zh, string En, Func<string, object?> Parse);

    private static Scalar? ScalarOf(Type type) => type.IsEnum ? WordOf(type) : Scalars.GetValueOrDefault(type);

    private static Scalar WordOf(Type type)
    {
        var names = Enum.GetNames(type);
        return new(
            $"下列之一：{string.Join("、", names.Select(Word))}",
            $"one of: {string.Join(", ", names.Select(Word))}",
            text => names.FirstOrDefault(name => text == Word(name) || text == Shape.KeyOf(name)) is { } known ? Enum.Parse(type, known) : null);
    }

    /// <summary>A grade stays the letter it is.</summary>
    private static string Word(string name) => name.Length == 1 ? name : JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    private bool TryScalar(Node node, Scalar scalar, out object? value)
    {
        value = null;
        if (node is not TextNode { Text: var text })
        {
            return Wrong(node, scalar.Zh, scalar.En);
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return List(node, $"「{Name(node)}」不能是空白。", $"'{Name(node)}' must not be blank.");
        }

        value = scalar.Parse(text);
        return value is not null || Wrong(node, scalar.Zh, scalar.En);
    }

    private bool TryPhrase(Node node, bool mayBeSame, out object? value)
    {
        value = null;
        if (mayBeSame && node is TextNode)
        {
            var fine = TryScalar(node, Scalars[typeof(string)], out var text);
            value = fine ? Phrase.Same((string)text!) : null;
            return fine;
        }

        if (node is not MapNode map)
        {
            return Wrong(node, "兩種語言 { zh: …, en: … }", "in both languages, { zh: …, en: … }");
        }

        var known = true;
        foreach (var entry in map.Entries.Where(entry => entry.Key is not ("zh" or "en")))
        {
            known = Unknown(entry.Value, ["zh", "en"]);
        }

        var zh = Language(map, "zh", "中文", "Chinese");
        var en = Language(map, "en", "英文", "English");
        value = known && zh is not null && en is not null ? new Phrase(zh, en) : null;
        return value is not null;
    }

    private string? Language(MapNode map, string key, string zh, string en)
    {
        if (!map.Entries.TryGetValue(key, out var entry))
        {
            List(map, $"「{Name(map)}」缺少{zh}（{key}）。", $"'{Name(map)}' has no {en} text ({key}).");
            return null;
        }

        return TryBind(entry, new(typeof(string), false, false), out var text) ? (string)text! : null;
    }
}
