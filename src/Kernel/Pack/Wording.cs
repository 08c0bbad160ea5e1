namespace GridDesk.Kernel.Pack;

/// <summary>How mistakes quote what stands in a file, and guess what was meant.</summary>
internal static class Wording
{
    private const int LongestQuote = 40;

    /// <summary>Short enough for one line, whatever was written.</summary>
    public static string Quote(string text)
    {
        var line = text.Length <= LongestQuote ? text : text[..(LongestQuote - (char.IsHighSurrogate(text[LongestQuote - 1]) ? 1 : 0))] + "…";
        return line.ReplaceLineEndings(" ");
    }

    public static Phrase Written(Node node) => node switch
    {
        TextNode { IsNull: true } => new("這裡是空的", "nothing is written here"),
        TextNode text => new($"這裡寫的是 \"{Quote(text.Text)}\"", $"here it says \"{Quote(text.Text)}\""),
        ListNode => new("這裡寫的是清單", "a list is written here"),
        _ => new("這裡寫的是一組欄位", "a set of keys is written here"),
    };

    /// <summary>What was probably meant, or else all that may be written.</summary>
    public static Phrase Suggest(string written, IReadOnlyCollection<string> known) => Closest(written, known) is { } meant
        ? new($"是不是「{meant}」？", $"Did you mean '{meant}'?")
        : known.Count == 0
            ? new("這裡不能寫任何內容。", "Nothing may be written here.")
            : new($"可以寫的有：{string.Join("、", known)}。", $"It may be one of: {string.Join(", ", known)}.");

    /// <summary>The known word within a third of its length in typing errors (two at most), or null.</summary>
    public static string? Closest(string written, IEnumerable<string> known) => known
        .Where(word => Math.Abs(word.Length - written.Length) <= 2)
        .Select(word => (Word: word, Errors: TypingErrors(written.ToLowerInvariant(), word.ToLowerInvariant())))
        .Where(guess => guess.Errors <= Math.Clamp(guess.Word.Length / 3, 1, 2))
        .OrderBy(guess => guess.Errors)
        .Select(guess => guess.Word)
        .FirstOrDefault();

    /// <summary>Letters left out, added, mistaken or swapped with their neighbour (optimal string alignment).</summary>
    private static int TypingErrors(string written, string meant)
    {
        var errors = new int[written.Length + 1, meant.Length + 1];
        for (var i = 0; i <= written.Length; i++)
        {
            for (var j = 0; j <= meant.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    errors[i, j] = i + j;
                    continue;
                }

                var mistaken = errors[i - 1, j - 1] + (written[i - 1] == meant[j - 1] ? 0 : 1);
                errors[i, j] = Math.Min(mistaken, 1 + Math.Min(errors[i - 1, j], errors[i, j - 1]));
                if (i > 1 && j > 1 && written[i - 1] == meant[j - 2] && written[i - 2] == meant[j - 1])
                {
                    errors[i, j] = Math.Min(errors[i, j], errors[i - 2, j - 2] + 1);
                }
            }
        }

        return errors[written.Length, meant.Length];
    }
}
