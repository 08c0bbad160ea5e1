using System.Text.Json;
using System.Text.Json.Nodes;

namespace GridDesk.Kernel.Forms;

/// <summary>How a field kind takes what was typed.</summary>
public static class Typed
{
    /// <summary>The text, as it was typed.</summary>
    /// <exception cref="Refusal"><c>form.not-text</c>: it is a number, a list or an object.</exception>
    public static string Text(Question question, JsonNode typed) =>
        typed is JsonValue value && value.GetValueKind() is JsonValueKind.String
            ? value.GetValue<string>()
            : throw new Refusal("form.not-text", $"「{question.Label.Zh}」要填一段文字。", $"“{question.Label.En}” must be one piece of text.");

    /// <summary>The text in <see cref="HalfWidth"/> without spaces at its ends: for numbers, dates and codes.</summary>
    /// <exception cref="Refusal">
    /// <c>form.not-text</c>: it is a number, a list or an object; <c>form.too-long</c>: no such answer has over 300 characters.
    /// </exception>
    public static string Line(Question question, JsonNode typed)
    {
        var line = HalfWidth.Of(Text(question, typed)).Trim();
        return line.Length <= 300
            ? line
            : throw new Refusal("form.too-long", $"「{question.Label.Zh}」太長，請檢查。", $"“{question.Label.En}” is too long. Please check it.");
    }

    /// <summary>Nothing, white space only, or only members and items that are blank themselves.</summary>
    internal static bool IsBlank(JsonNode? typed) => typed switch
    {
        null => true,
        JsonObject members => members.All(one => IsBlank(one.Value)),
        JsonArray items => items.All(IsBlank),
        JsonValue value => value.TryGetValue<string>(out var text) && string.IsNullOrWhiteSpace(text),
        _ => false,
    };
}

/// <summary>Full-width letters, digits and signs as a Chinese keyboard gives them, in their ASCII form.</summary>
public static class HalfWidth
{
    /// <summary>The text with ASCII letters, digits, signs and spaces; every kind of dash becomes a hyphen.</summary>
    public static string Of(string text) => string.Create(text.Length, text, static (ascii, source) =>
    {
        for (var at = 0; at < source.Length; at++)
        {
            ascii[at] = source[at] switch
            {
                >= '！' and <= '～' => (char)(source[at] - 0xFEE0),
                '\u3000' or '\u00A0' => ' ',
                (>= '\u2010' and <= '\u2015') or '\u2212' => '-',
                var other => other,
            };
        }
    });
}
