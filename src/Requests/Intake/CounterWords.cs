using System.Text.Json;
using GridDesk.Kernel.Forms;

namespace GridDesk.Requests.Intake;

/// <summary>Conditions of the form as the counter screen carries and says them.</summary>
internal static class CounterWords
{
    /// <summary>For the script; null when it is always asked.</summary>
    public static string? Json(Condition? when) => when is null ? null : JsonSerializer.Serialize(when.AllOf, Kernel.Json.Options);

    /// <summary>For readers without the script; null when it is always asked.</summary>
    public static string? Say(Condition? when, Form form) => when is null ? null : string.Join(Languages.Say("，", ", "), when.AllOf.Select(one => Say(one.Key, one.Value, form)));

    private static string Say(string id, IReadOnlyList<string> values, Form form)
    {
        if (form.Questions.FirstOrDefault(q => q.Id == id) is { } question)
        {
            var chosen = string.Join(Languages.Say("、", " or "), values.Select(v => question.Options.FirstOrDefault(o => o.Value == v)?.Label.ToString() ?? v));
            return Languages.Say($"「{question.Label}」答「{chosen}」才要", $"only when “{question.Label}” is {chosen}");
        }

        return (id, values) switch
        {
            ("agent", ["true"]) => Languages.Say("有代辦人才要", "only with an agent"),
            ("agent", _) => Languages.Say("本人辦理才要", "only without an agent"),
            ("applicant", ["organisation"]) => Languages.Say("公司或團體才要", "only for an organisation"),
            _ => Languages.Say("個人才要", "only for a person"),
        };
    }
}
