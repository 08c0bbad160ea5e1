using GridDesk.Kernel.Forms;

namespace GridDesk.Services.Show;

/// <summary>When something is needed, in words: 請人代辦才要, only if somebody acts for you.</summary>
internal static class ConditionWords
{
    /// <param name="questions">Of the service's form; a condition may name them and two facts (<see cref="Facts"/>).</param>
    /// <returns>Null when there is no condition.</returns>
    public static Phrase? Say(Condition? when, IReadOnlyList<Question> questions)
    {
        if (when is null || when.AllOf.Count == 0)
        {
            return null;
        }

        var parts = when.AllOf.Select(one => Part(one.Key, one.Value, questions)).ToList();
        return new(string.Join("，而且", parts.Select(p => p.Zh)), string.Join(" and ", parts.Select(p => p.En)));
    }

    /// <summary>The same without the questions, for whoever was not asked them: 買賣或贈與、租屋或其他.</summary>
    /// <returns>Null when there is no condition.</returns>
    public static Phrase? InShort(Condition? when, IReadOnlyList<Question> questions)
    {
        if (when is null || when.AllOf.Count == 0)
        {
            return null;
        }

        var parts = when.AllOf.Select(one => (one.Key, one.Value) is ("applicant" or "agent", _) ? Part(one.Key, one.Value, questions) : Labels(questions.FirstOrDefault(q => q.Id == one.Key), one.Value)).ToList();
        return new(string.Join("，而且", parts.Select(p => p.Zh)), string.Join(" and ", parts.Select(p => p.En)));
    }

    private static Phrase Labels(Question? question, IReadOnlyList<string> values)
    {
        var labels = values.Select(value => question?.Options.FirstOrDefault(o => o.Value == value)?.Label ?? Phrase.Same(value)).ToList();
        return new(Listed(labels.Select(l => l.Zh), "、", "或"), Listed(labels.Select((l, nth) => nth == 0 ? char.ToLowerInvariant(l.En[0]) + l.En[1..] : l.En.ToLowerInvariant()), ", ", " or "));
    }

    private static Phrase Part(string id, IReadOnlyList<string> values, IReadOnlyList<Question> questions) => (id, values) switch
    {
        ("applicant", ["organisation"]) => new("公司行號", "an organisation applies"),
        ("applicant", ["person"]) => new("個人", "a person applies"),
        ("agent", ["true"]) => new("請人代辦", "somebody acts for you"),
        ("agent", ["false"]) => new("自己來辦", "you apply yourself"),
        _ => Answered(questions.FirstOrDefault(q => q.Id == id), values),
    };

    private static Phrase Answered(Question? question, IReadOnlyList<string> values)
    {
        var labels = values.Select(value => question?.Options.FirstOrDefault(o => o.Value == value)?.Label ?? Phrase.Same(value)).ToList();
        return new(
            $"{(question is null ? "" : $"「{question.Label.Zh}」")}選{Listed(labels.Select(l => $"「{l.Zh}」"), "、", "或")}",
            $"you answer {Listed(labels.Select(l => $"“{l.En}”"), ", ", " or ")}{(question is null ? "" : $" to “{question.Label.En}”")}");
    }

    private static string Listed(IEnumerable<string> words, string comma, string or) => words.ToList() switch
    {
        [var one] => one,
        [.. var most, var last] => string.Join(comma, most) + or + last,
        _ => "",
    };
}
