using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GridDesk.Kernel.Forms.Kinds;

/// <summary>Words as a person writes them. Never normalised: a rare character in a name stays the one typed.</summary>
internal sealed partial class TextKind : IFieldKind
{
    // The longest sequence in real use (a family emoji, a base with variation selectors) is shorter.
    private const int LongestGrapheme = 16;

    public string Name => "text";

    public Editor Editor => Editor.Line;

    public JsonNode Read(Question question, JsonNode typed)
    {
        var text = Tidy(Typed.Text(question, typed), question.Rows);
        if (text.Length == 0)
        {
            throw new Refusal("text.blank", $"「{question.Label.Zh}」只有看不見的字元，請重新輸入。", $"“{question.Label.En}” has only invisible characters. Please enter it again.");
        }

        var longest = Longest(question);
        var length = new StringInfo(text).LengthInTextElements;
        return length <= longest && text.Length <= longest * LongestGrapheme
            ? JsonValue.Create(text)
            : throw new Refusal("text.too-long",
                $"「{question.Label.Zh}」最多 {longest} 個字，現在有 {length} 個字，請縮短。",
                $"“{question.Label.En}” can have {longest} characters at most; it has {length}. Please shorten it.");
    }

    public string Show(Question question, JsonNode answer) => answer.GetValue<string>();

    public JsonObject Schema(Question question) => new()
    {
        ["type"] = "string",
        ["minLength"] = 1,
        ["maxLength"] = Longest(question) * LongestGrapheme,
        ["x-max-graphemes"] = Longest(question),
    };

    private static int Longest(Question question) => question.MaxLength ?? (question.Rows > 1 ? 2000 : 200);

    private static string Tidy(string text, int rows)
    {
        var lines = TurningMarks.Without(text.ReplaceLineEndings("\n")).Split('\n').Select(line => Control.Replace(line, " ").TrimEnd());
        return string.Join(rows > 1 ? '\n' : ' ', lines).Trim();
    }

    [GeneratedRegex(@"\p{Cc}+")]
    private static partial Regex Control { get; }
}
