using System.Text.Json.Nodes;

namespace GridDesk.Kernel.Forms.Kinds;

/// <summary>One of the options, or a list of them in the order of the form.</summary>
internal sealed class ChoiceKind : IFieldKind
{
    public string Name => "choice";

    public Editor Editor => Editor.Choice;

    public JsonNode Read(Question question, JsonNode typed)
    {
        if (!question.Many)
        {
            return One(question, typed);
        }

        var chosen = (typed is JsonArray list ? list.Where(item => !Typed.IsBlank(item)) : [typed])
            .Select(item => One(question, item!)).ToHashSet();
        return new JsonArray([.. question.Options.Select(option => option.Value).Where(chosen.Contains).Select(value => (JsonNode)value)]);
    }

    public string Show(Question question, JsonNode answer) =>
        string.Join(Languages.Say("、", ", "), Conditions.Values(answer).Select(value =>
            question.Options.FirstOrDefault(option => option.Value == value)?.Label.ToString() ?? value));

    public JsonObject Schema(Question question)
    {
        var one = new JsonObject
        {
            ["type"] = "string",
            ["enum"] = new JsonArray([.. question.Options.Select(option => (JsonNode)option.Value)]),
            ["x-labels"] = new JsonArray([.. question.Options.Select(option => (JsonNode)option.Label.Zh)]),
            ["x-labels-en"] = new JsonArray([.. question.Options.Select(option => (JsonNode)option.Label.En)]),
        };
        return question.Many
            ? new JsonObject { ["type"] = "array", ["items"] = one, ["minItems"] = 1, ["uniqueItems"] = true }
            : one;
    }

    private static string One(Question question, JsonNode typed)
    {
        var value = Typed.Text(question, typed).Trim();
        return question.Options.Any(option => option.Value == value)
            ? value
            : throw new Refusal("choice.unknown", $"請從清單選擇「{question.Label.Zh}」。", $"Choose “{question.Label.En}” from the list.");
    }
}
