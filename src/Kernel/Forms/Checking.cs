using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GridDesk.Kernel.Forms;

/// <summary>Finds what the author of a pack got wrong in a form.</summary>
internal sealed partial class Checking(FieldKinds kinds)
{
    private const int LongestText = 5000;
    private const int MostDecimals = 10;

    public IEnumerable<FormMistake> Check(IReadOnlyList<Question> questions, string path = "", bool inGroup = false)
    {
        var earlier = new Dictionary<string, Question>();
        for (var at = 0; at < questions.Count; at++)
        {
            var (question, here) = (questions[at], $"{path}[{at}]");
            foreach (var mistake in Id(question, here, earlier).Concat(Kind(question, here, inGroup)).Concat(When(question.When, $"{here}.when", earlier)))
            {
                yield return mistake;
            }

            earlier.TryAdd(question.Id, question);
        }
    }

    /// <summary>Also for documents: <paramref name="known"/> are the questions that are asked before.</summary>
    public IEnumerable<FormMistake> When(Condition? when, string path, IReadOnlyDictionary<string, Question> known)
    {
        if (when is { AllOf.Count: 0 })
        {
            yield return new(path, new("條件是空的，請寫上題目與答案，或刪掉 when。", "The condition is empty. Name a question and its answers, or leave “when” out."));
        }

        foreach (var (id, values) in when?.AllOf ?? new Dictionary<string, IReadOnlyList<string>>())
        {
            if (!known.TryGetValue(id, out var question))
            {
                yield return new($"{path}.{id}", new(
                    $"前面沒有「{id}」這一題；條件只能用同一份清單裡較前面的題目。",
                    $"There is no earlier question “{id}”. A condition can only use earlier questions of the same list."));
                continue;
            }

            if (values.Count == 0)
            {
                yield return new($"{path}.{id}", new("請至少寫一個答案。", "Give at least one answer."));
            }

            for (var at = 0; at < values.Count; at++)
            {
                if (kinds.Knows(question.Kind) && !IsPossible(question, values[at]))
                {
                    yield return new($"{path}.{id}[{at}]", new($"「{id}」不可能回答「{values[at]}」。", $"“{id}” can never be answered “{values[at]}”."));
                }
            }
        }
    }

    private static IEnumerable<FormMistake> Id(Question question, string here, Dictionary<string, Question> earlier)
    {
        if (!CamelCase.IsMatch(question.Id))
        {
            yield return new($"{here}.id", new(
                $"題目代碼「{question.Id}」要用英文小寫字母開頭，只用英數字，最多 60 字。",
                $"The id “{question.Id}” must begin with a small letter and have only letters and digits, at most 60."));
        }

        if (earlier.ContainsKey(question.Id))
        {
            yield return new($"{here}.id", new($"題目代碼「{question.Id}」用了兩次，請改一個。", $"The id “{question.Id}” is used twice. Change one."));
        }
    }

    private IEnumerable<FormMistake> Kind(Question question, string here, bool inGroup)
    {
        if (!kinds.Knows(question.Kind))
        {
            yield return new($"{here}.kind", new(
                $"沒有「{question.Kind}」這種欄位。可用的有：{string.Join("、", kinds.Names)}。",
                $"There is no field kind “{question.Kind}”. There are: {string.Join(", ", kinds.Names)}."));
        }

        if (question.Min > question.Max)
        {
            yield return new($"{here}.min", new("最小值大於最大值，請對調。", "The minimum is greater than the maximum. Swap them."));
        }

        if (question.Day is { } day && (question.Kind != "date" || inGroup || day.From > day.Until))
        {
            yield return new($"{here}.day", new("「day」只用在日期題，不能放在群組裡，而且 from 不能大於 until。", "“day” is for a date outside a group, and its “from” cannot be greater than its “until”."));
        }

        var more = question.Kind switch
        {
            "choice" => Choice(question, here),
            "text" or "number" => Sizes(question, here),
            FieldKinds.Group => Group(question, here, inGroup),
            _ => [],
        };
        foreach (var mistake in more)
        {
            yield return mistake;
        }
    }

    private static IEnumerable<FormMistake> Choice(Question question, string here)
    {
        if (question.Options.Count == 0)
        {
            yield return new($"{here}.options", new("選擇題沒有選項，請加上 options。", "A choice needs something to choose from. Add options."));
        }

        foreach (var (option, at) in question.Options.Select((option, at) => (option, at)))
        {
            if (option.Value.Length == 0 || option.Value != option.Value.Trim())
            {
                yield return new($"{here}.options[{at}].value", new("選項的值不能空白，前後也不能有空格。", "The value of an option cannot be blank or have spaces at its ends."));
            }

            if (question.Options.Take(at).Any(other => other.Value == option.Value))
            {
                yield return new($"{here}.options[{at}].value", new($"選項「{option.Value}」出現兩次，請改一個。", $"The option “{option.Value}” is there twice. Change one."));
            }
        }
    }

    private static IEnumerable<FormMistake> Sizes(Question question, string here)
    {
        if (question.MaxLength is < 1 or > LongestText)
        {
            yield return new($"{here}.maxLength", new($"字數上限要在 1 到 {LongestText} 之間。", $"The length must be 1 to {LongestText}."));
        }

        if (question.Rows < 1)
        {
            yield return new($"{here}.rows", new("行數至少是 1。", "There must be at least one row."));
        }

        if (question.Decimals is < 0 or > MostDecimals)
        {
            yield return new($"{here}.decimals", new($"小數位數要在 0 到 {MostDecimals} 之間。", $"The decimal places must be 0 to {MostDecimals}."));
        }
    }

    private IEnumerable<FormMistake> Group(Question question, string here, bool inGroup)
    {
        if (inGroup)
        {
            return [new($"{here}.kind", new("群組裡不能再放群組，請改成一份平的清單。", "A group cannot hold a group. Make it one flat list."))];
        }

        if (question.Fields.Count == 0)
        {
            return [new($"{here}.fields", new("群組沒有題目，請加上 fields。", "A group needs questions. Add fields."))];
        }

        var mistakes = Check(question.Fields, $"{here}.fields", inGroup: true);
        return IsCount(question.Min) && IsCount(question.Max)
            ? mistakes
            : mistakes.Prepend(new($"{here}.min", new("筆數要是 1 到 500 的整數；可以不填的群組請寫 optional。", "The number of items must be a whole number from 1 to 500. For a group that may be left out write “optional”.")));
    }

    private static bool IsCount(decimal? count) => count is null || (count is >= 1 and <= 500 && decimal.IsInteger(count.Value));

    private bool IsPossible(Question question, string value)
    {
        if (question.Kind is FieldKinds.Group || kinds.EditorOf(question) is Editor.File || Typed.IsBlank(value))
        {
            return false;
        }

        try
        {
            return Intake.TryTake(value, out var taken) && Conditions.Values(kinds[question.Kind].Read(question, taken!)).Contains(value);
        }
        catch (Refusal)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^[a-z][A-Za-z0-9]{0,59}\z")]
    private static partial Regex CamelCase { get; }
}
