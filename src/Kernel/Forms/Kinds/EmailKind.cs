using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GridDesk.Kernel.Forms.Kinds;

/// <summary>An e-mail address that a mail server will take: ASCII, one @, a domain with a dot. The domain is stored in small letters.</summary>
internal sealed partial class EmailKind : IFieldKind
{
    private const string Written = @"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-]+)*@([A-Za-z0-9]([A-Za-z0-9\-]*[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9\-]*[A-Za-z0-9]$";

    public string Name => "email";

    public Editor Editor => Editor.Line;

    public JsonNode Read(Question question, JsonNode typed)
    {
        var text = Typed.Line(question, typed);
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return text.Length <= 254 && at is > 0 and <= 64 && !text.EndsWith('\n') && Shape.IsMatch(text)
            ? $"{text[..at]}{text[at..].ToLowerInvariant()}"
            : throw new Refusal("email.not-an-address", "請輸入電子郵件地址，例如 name@example.com。", "Enter an e-mail address, such as name@example.com.");
    }

    public string Show(Question question, JsonNode answer) => answer.GetValue<string>();

    public JsonObject Schema(Question question) => new() { ["type"] = "string", ["format"] = "email", ["maxLength"] = 254 };

    [GeneratedRegex(Written, RegexOptions.NonBacktracking)]
    private static partial Regex Shape { get; }
}
