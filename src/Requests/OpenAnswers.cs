using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GridDesk.Kernel.Forms;

namespace GridDesk.Requests;

/// <summary>
/// Missing answers as questions that can be asked by themselves. The missing part of a group's item, <c>meters[1].number</c>, is
/// asked under an id of its own, <c>meters-1-number</c>, so that nothing else of the group has to be shown or sent again.
/// </summary>
internal static partial class OpenAnswers
{
    public static IReadOnlyList<Question> Of(ServiceRequest request, IReadOnlyList<Question> form) =>
    [
        .. form.SelectMany(question => request.Missing.Where(m => m.Kind == "answer").Select(missing =>
            missing.Id == question.Id ? question : PartOf(question, missing.Id))).OfType<Question>(),
    ];

    /// <summary>An answer that the form asks for and nobody gave.</summary>
    public static MissingItem Missing(Form form, FieldError error) =>
        (form.Questions.FirstOrDefault(q => q.Id == error.Field) ?? form.Questions.Select(q => PartOf(q, error.Field)).FirstOrDefault(q => q is not null)) is { } question
            ? new("answer", error.Field, question.Label, error.Reason)
            : new("answer", error.Field, error.Reason);

    /// <summary>The name under which a missing answer is asked.</summary>
    public static string NameOf(string field) => Part().Match(field) is { Success: true } part
        ? $"{part.Groups["group"].Value}-{part.Groups["item"].Value}-{field[part.Groups["field"].Index..]}"
        : field;

    /// <summary>What was given before, and what was typed now where something was open.</summary>
    public static JsonObject Join(JsonObject given, JsonObject typed, IReadOnlyList<MissingItem> missing)
    {
        var all = given.DeepClone().AsObject();
        foreach (var (id, value) in typed)
        {
            if (missing.FirstOrDefault(m => m.Id != id && NameOf(m.Id) == id) is { } open)
            {
                var part = Part().Match(open.Id);
                if (all[part.Groups["group"].Value] is JsonArray items && int.Parse(part.Groups["item"].Value) is var at && at < items.Count && items[at] is JsonObject item)
                {
                    item[part.Groups["field"].Value] = value?.DeepClone();
                }
            }
            else if (!all.ContainsKey(id))
            {
                all[id] = value?.DeepClone();
            }
        }

        return all;
    }

    private static Question? PartOf(Question group, string field)
    {
        if (Part().Match(field) is not { Success: true } part || part.Groups["group"].Value != group.Id || group.Fields.FirstOrDefault(f => f.Id == part.Groups["field"].Value) is not { } asked)
        {
            return null;
        }

        var (what, number) = (group.ItemName ?? group.Label, int.Parse(part.Groups["item"].Value) + 1);
        return asked with { Id = NameOf(field), When = null, Label = new($"第 {number} 個{what.Zh}：{asked.Label.Zh}", $"{what.En} {number}: {asked.Label.En}") };
    }

    [GeneratedRegex(@"^(?<group>\w+)\[(?<item>[0-9]{1,3})\]\.(?<field>\w+)")]
    private static partial Regex Part();
}
