using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GridDesk.Kernel.Forms.Kinds;

/// <summary>An exact decimal number, at most 18 digits before the point.</summary>
internal sealed partial class NumberKind : IFieldKind
{
    private static readonly decimal[] Usual = [12_345, 100, 10, 1];

    public string Name => "number";

    public Editor Editor => Editor.Number;

    public JsonNode Read(Question question, JsonNode typed)
    {
        var match = Written.Match(typed.GetValueKind() is JsonValueKind.Number ? typed.ToJsonString() : WithoutUnit(question, Typed.Line(question, typed)));
        if (!match.Success)
        {
            throw new Refusal("number.not-a-number", $"「{question.Label.Zh}」請輸入數字，例如 {Example(question)}。", $"Enter “{question.Label.En}” as a number, such as {Example(question)}.");
        }

        var fraction = match.Groups["fraction"].Value.TrimEnd('0');
        if (fraction.Length > question.Decimals)
        {
            throw question.Decimals == 0
                ? new Refusal("number.decimals", $"「{question.Label.Zh}」請輸入整數。", $"“{question.Label.En}” must be a whole number.")
                : new Refusal("number.decimals", $"「{question.Label.Zh}」最多 {question.Decimals} 位小數。", $"“{question.Label.En}” can have {question.Decimals} decimal places at most.");
        }

        var number = decimal.Parse($"{match.Groups["sign"].Value}{match.Groups["whole"].Value.Replace(",", "")}.{fraction}0", CultureInfo.InvariantCulture);
        if (number < question.Min || number > question.Max)
        {
            throw new Refusal("number.range", Range(question));
        }

        // Parsed without the trailing zero, so that 3.50, 3.5 and +3.5 are stored alike; and no minus zero.
        return JsonValue.Create(number == 0 ? 0 : decimal.Parse(number.ToString("0.##########", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
    }

    public string Show(Question question, JsonNode answer) =>
        Format(answer.GetValue<decimal>()) + (question.Unit is { } unit ? $" {unit}" : "");

    public JsonObject Schema(Question question)
    {
        var schema = new JsonObject { ["type"] = question.Decimals == 0 ? "integer" : "number" };
        if (question.Min is { } min)
        {
            schema["minimum"] = min;
        }

        if (question.Max is { } max)
        {
            schema["maximum"] = max;
        }

        if (question.Decimals > 0)
        {
            schema["multipleOf"] = new decimal(1, 0, 0, isNegative: false, (byte)question.Decimals);
        }

        if (question.Unit is { } unit)
        {
            schema["x-unit"] = unit.Zh;
            schema["x-unit-en"] = unit.En;
        }

        return schema;
    }

    private static string WithoutUnit(Question question, string text)
    {
        foreach (var unit in new[] { question.Unit?.Zh, question.Unit?.En }.OfType<string>().Where(unit => unit.Length > 0))
        {
            if (text.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
            {
                return text[..^unit.Length].TrimEnd();
            }
        }

        return text;
    }

    private static Phrase Range(Question question)
    {
        var ((zh, en), min, max) = (question.Label, Format(question.Min ?? 0), Format(question.Max ?? 0));
        return (question.Min, question.Max) switch
        {
            ({ }, { }) => new($"「{zh}」要在 {min} 到 {max} 之間。", $"“{en}” must be from {min} to {max}."),
            ({ }, null) => new($"「{zh}」不能小於 {min}。", $"“{en}” cannot be less than {min}."),
            _ => new($"「{zh}」不能大於 {max}。", $"“{en}” cannot be more than {max}."),
        };
    }

    // One that somebody could have: nobody reads 0 on a meter.
    private static string Example(Question question) =>
        Format(Usual.FirstOrDefault(number => number >= question.Min && number * 5 <= question.Max, question.Min ?? question.Max ?? 10));

    private static string Format(decimal number) => number.ToString("#,0.##########", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<sign>[+-]?)0*(?<whole>[0-9]{1,18}|[0-9]{1,3}(,[0-9]{3}){1,5})(\.(?<fraction>[0-9]{0,20}))?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Written { get; }
}
