using System.Text.RegularExpressions;

namespace GridDesk.Kernel.Pack;

/// <summary>
/// A record that knows more about itself than its types say. Called after the record was read completely, inner records
/// first; for what lies in other files see <see cref="PackSection{T}.Check"/>.
/// </summary>
public interface IChecked
{
    void Check(Checker check);
}

/// <summary>
/// Lists mistakes of one record at the place of its keys. A path names a key as the file does: <c>limit</c>,
/// <c>steps[2].limit</c>; the empty path is the record itself; a key left out stands for what it was left out of.
/// </summary>
public sealed partial class Checker
{
    private readonly Reading reading;
    private readonly Node node;

    internal Checker(Reading reading, Node node) => (this.reading, this.node) = (reading, node);

    /// <summary>To list mistakes of another record of the same pack.</summary>
    public Checker At(object record) => new(reading, reading.NodeOf(record));

    public void Mistake(string path, string zh, string en) => reading.Mistakes.Add(new(node.Nearest(path).Place, zh, en));

    /// <summary>The number, if any, lies within the bounds, both included.</summary>
    public void Between(string path, decimal? number, decimal least, decimal most)
    {
        if (number < least || number > most)
        {
            Mistake(path, $"「{path}」必須介於 {least} 與 {most} 之間，這裡寫的是 {number}。", $"'{path}' must be between {least} and {most}; here it says {number}.");
        }
    }

    /// <summary>A word fit for addresses and file names: small letters, digits and hyphens.</summary>
    public void Code(string path, string code)
    {
        if (!CodePattern.IsMatch(code))
        {
            Mistake(path, $"「{path}」只能用小寫英文字母、數字與連字號，這裡寫的是 \"{Wording.Quote(code)}\"。", $"'{path}' takes small letters, digits and hyphens only; here it says \"{Wording.Quote(code)}\".");
        }
    }

    /// <summary>The word, if any, is one of those that exist.</summary>
    public void Known(string path, string? word, IReadOnlyCollection<string> existing)
    {
        if (word is not null && !existing.Contains(word))
        {
            var suggestion = Wording.Suggest(word, existing);
            Mistake(path, $"找不到「{Wording.Quote(word)}」，{suggestion.Zh}", $"There is no '{Wording.Quote(word)}'. {suggestion.En}");
        }
    }

    /// <summary>No two items of a list have the same key; every later one is listed: <c>check.Unique("departments", Departments, d =&gt; d.Code, "code")</c>.</summary>
    /// <param name="path">Of the list.</param>
    /// <param name="items">The list.</param>
    /// <param name="keyOf">What must differ.</param>
    /// <param name="key">Where it stands in an item; null when the item itself is it.</param>
    public void Unique<TItem, TKey>(string path, IReadOnlyList<TItem> items, Func<TItem, TKey> keyOf, string? key = null) where TKey : notnull
    {
        var first = new Dictionary<TKey, int>();
        foreach (var (index, item) in items.Index())
        {
            var at = key is null ? $"{path}[{index}]" : $"{path}[{index}].{key}";
            if (!first.TryAdd(keyOf(item), index))
            {
                var line = node.Nearest($"{path}[{first[keyOf(item)]}]").Place.Line;
                Mistake(at, $"「{keyOf(item)}」重複，第一次寫在第 {line} 行。", $"'{keyOf(item)}' is given twice, first on line {line}.");
            }
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex CodePattern { get; }
}
