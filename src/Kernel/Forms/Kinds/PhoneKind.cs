using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GridDesk.Kernel.Forms.Kinds;

/// <summary>
/// A telephone number: <c>05-2223333#12</c>, <c>0912-345-678</c>, <c>0800-231-580</c>, or abroad <c>+81312345678</c>.
/// </summary>
internal sealed partial class PhoneKind : IFieldKind
{
    public string Name => "phone";

    public Editor Editor => Editor.Line;

    public JsonNode Read(Question question, JsonNode typed)
    {
        var match = Dialled.Match(Typed.Line(question, typed));
        var number = match.Success ? Number(Punctuation.Replace(match.Groups["number"].Value, "")) : null;
        if (number is null)
        {
            throw new Refusal("phone.not-a-number",
                "請輸入電話號碼，市話要加區碼，例如 02-23456789#12 或 0912-345-678。",
                "Enter a telephone number with its area code, such as 02-23456789#12 or 0912-345-678; from abroad begin with +.");
        }

        return number + (match.Groups["extension"] is { Success: true, Value: var extension } ? $"#{extension}" : "");
    }

    public string Show(Question question, JsonNode answer) => answer.GetValue<string>();

    public JsonObject Schema(Question question) => new()
    {
        ["type"] = "string",
        ["pattern"] = "^(0[0-9]{1,3}-[0-9]{5,8}|0[0-9]{3}-[0-9]{3}-[0-9]{3}|\\+[1-9][0-9]{6,14})(#[0-9]{1,6})?$",
    };

    private static string? Number(string digits)
    {
        var taiwanese = OfTaiwan.Replace(digits, "0");
        return taiwanese.StartsWith('0') ? Taiwanese(taiwanese) : Foreign.IsMatch(digits) ? digits : null;
    }

    // The numbering plan: area codes overlap (03 and 037, 08 and 0836), so the longest comes first.
    private static string? Taiwanese(string digits) => (digits, digits.Length) switch
    {
        (['0', '9', ..], 10) or (['0', '8', '0', '0' or '9', ..], 10) => $"{digits[..4]}-{digits[4..7]}-{digits[7..]}",
        (['0', '9', ..] or ['0', '8', '0', ..], _) => null,
        (['0', '7', '0', ..], 11) => Split(digits, 3),
        (['0', '8', '3', '6', ..] or ['0', '8', '2', '6', ..], 9) => Split(digits, 4),
        (['0', '3', '7', ..] or ['0', '8', '2' or '9', ..], 9) or (['0', '4', '9', ..], 10) => Split(digits, 3),
        (['0', '4', '9', ..], _) => null,
        (['0', '2' or '4', ..], 10) or (['0', >= '3' and <= '8', ..], 9) => Split(digits, 2),
        _ => null,
    };

    private static string Split(string digits, int area) => $"{digits[..area]}-{digits[area..]}";

    [GeneratedRegex(@"^(?<number>[+0-9 ().\-/]{5,40}?)\s*(([#*轉]|分機|ext\.?|x)\s*[:：]?\s*(?<extension>[0-9]{1,6}))?\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Dialled { get; }

    [GeneratedRegex(@"[ ().\-/]")]
    private static partial Regex Punctuation { get; }

    [GeneratedRegex(@"^(\+|00|002)?8860?(?=[1-9])")]
    private static partial Regex OfTaiwan { get; }

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}\z")]
    private static partial Regex Foreign { get; }
}
