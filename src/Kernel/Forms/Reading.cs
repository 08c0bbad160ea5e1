using System.Text.Json.Nodes;

namespace GridDesk.Kernel.Forms;

/// <summary>Reads what was typed, question by question, and gathers every mistake.</summary>
internal sealed class Reading(FieldKinds kinds)
{
    /// <summary>Items of a group whose definition names no maximum.</summary>
    public const int MostItems = 50;

    private readonly List<FieldError> errors = [];

    public IReadOnlyList<FieldError> Errors => errors;

    public JsonObject Read(IReadOnlyList<Question> questions, JsonObject typed, string path)
    {
        var answers = new JsonObject();
        if (!Intake.TryEntries(typed, out var given))
        {
            Refuse(path, "form.unreadable", new("這份資料無法讀取，請檢查格式後再送一次。", "We cannot read this. Check its format and send it again."));
            return answers;
        }

        foreach (var question in questions)
        {
            // A condition on an answer with a mistake does not hold yet: no errors about what may not be asked.
            if (question.When.Holds(id => answers[id])
                && Read(question, given.GetValueOrDefault(question.Id), Within(path, question.Id)) is { } answer)
            {
                answers[question.Id] = answer;
            }
        }

        foreach (var unknown in given.Keys.Except(questions.Select(question => question.Id)))
        {
            Refuse(Within(path, unknown), "form.unknown-field",
                new($"這份表單沒有「{unknown}」這個欄位。", $"This form has no field “{unknown}”."));
        }

        return answers;
    }

    private JsonNode? Read(Question question, JsonNode? typed, string field)
    {
        if (question.Kind == FieldKinds.Group && typed is JsonArray list)
        {
            return ReadItems(question, list, field);
        }

        if (!Intake.TryTake(typed, out var taken))
        {
            Refuse(field, "form.unreadable", Sentences.Unreadable(question));
            return null;
        }

        if (Typed.IsBlank(taken))
        {
            RequireUnlessOptional(question, field);
            return null;
        }

        if (question.Kind == FieldKinds.Group)
        {
            Refuse(field, "group.not-a-list", new($"「{question.Label.Zh}」要是一份清單。", $"“{question.Label.En}” must be a list."));
            return null;
        }

        try
        {
            return kinds[question.Kind].Read(question, taken!);
        }
        catch (Refusal refusal)
        {
            Refuse(refusal.Field is null ? field : Within(field, refusal.Field), refusal.Code, refusal.Reason);
            return null;
        }
    }

    private JsonArray? ReadItems(Question group, JsonArray list, string field)
    {
        if (!Intake.TryItems(list, out var typed))
        {
            Refuse(field, "form.unreadable", Sentences.Unreadable(group));
            return null;
        }

        var (items, filled) = (new JsonArray(), 0);
        for (var at = 0; at < typed.Count; at++)
        {
            var item = ReadItem(group, typed[at], $"{field}[{at}]", out var isFilled);
            filled += isFilled ? 1 : 0;
            if (item.Count > 0)
            {
                items.Add((JsonNode)item);
            }
        }

        if (filled == 0)
        {
            RequireUnlessOptional(group, field);
        }
        else if (filled < (group.Min ?? 1) || filled > (group.Max ?? MostItems))
        {
            Refuse(field, "group.count", Sentences.Count(group, group.Min ?? 1, group.Max ?? MostItems));
        }

        return items.Count > 0 ? items : null;
    }

    // A row left empty is no item; one that says nothing that is asked is none either.
    private JsonObject ReadItem(Question group, JsonNode? typed, string field, out bool isFilled)
    {
        var readable = Intake.TryTake(typed, out var taken);
        isFilled = !readable || !Typed.IsBlank(taken);
        if (!isFilled)
        {
            return [];
        }

        if (typed is not JsonObject members)
        {
            Refuse(field, readable ? "group.not-an-item" : "form.unreadable", Sentences.Unreadable(group));
            return [];
        }

        var before = errors.Count;
        var item = Read(group.Fields, members, field);
        isFilled = item.Count > 0 || errors.Count > before;
        return item;
    }

    private void RequireUnlessOptional(Question question, string field)
    {
        if (!question.Optional)
        {
            Refuse(field, "form.required", Sentences.Required(question, kinds.EditorOf(question)));
        }
    }

    private void Refuse(string field, string code, Phrase reason) => errors.Add(new FieldError(field, code, reason));

    private static string Within(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
