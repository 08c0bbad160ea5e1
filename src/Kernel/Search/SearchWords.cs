using System.Text;

namespace GridDesk.Kernel.Search;

/// <summary>
/// The words under which a case or a person is found by the staff, at once after saving: single Chinese characters and pairs of
/// neighbours, Latin words and digit strings that are found by their beginning, and these with the character beside them (路28, 28號):
/// a house number alone is as common as its street.
/// </summary>
public static class SearchWords
{
    private const int Longest = 40;

    /// <summary>The words of a text that is stored.</summary>
    public static IReadOnlySet<string> Of(params IEnumerable<string?> texts)
    {
        HashSet<string> words = [];
        foreach (var text in texts)
        {
            Run? before = null;
            foreach (var run in Runs(text))
            {
                words.UnionWith(run.IsWord ? [run.Text] : [.. run.Characters, .. run.Pairs]);
                if (before is { } last && last.IsWord != run.IsWord)
                {
                    words.Add(last.End + run.Beginning); // whatever stands between them
                }

                before = run;
            }
        }

        return words;
    }

    /// <summary>What must be found for a typed query: every pair of neighbours, or the one character; a word at the end of what was typed by its beginning.</summary>
    public static IReadOnlyList<(string Word, bool ByBeginning)> Asked(string? query)
    {
        var runs = Runs(query).ToList();
        List<(string, bool)> asked = [];
        for (var i = 0; i < runs.Count; i++)
        {
            var (run, touches, touched) = (runs[i], runs[i].Touches, i + 1 < runs.Count && runs[i + 1].Touches);
            if (touches)
            {
                asked.Add((runs[i - 1].End + run.Beginning, run.IsWord && !touched));
            }

            if (!run.IsWord)
            {
                asked.AddRange(run.Pairs.Select(pair => (pair, false)));
            }

            if (!touches && !touched && (run.IsWord || run.Characters.Count == 1))
            {
                asked.Add((run.Text, run.IsWord));
            }
        }

        return [.. asked.Distinct().Take(24)];
    }

    /// <summary>Full width to half width, 臺 to 台, upper to lower case: differences that nobody searching means.</summary>
    public static string Fold(string text) =>
        Whole(text).Normalize(NormalizationForm.FormKC).Replace('臺', '台').ToLowerInvariant();

    // Runs of Latin letters and digits (dashes inside numbers do not count) and runs of everything else that is a letter.
    private static IEnumerable<Run> Runs(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            yield break;
        }

        var run = new StringBuilder();
        var (isWord, touches) = (false, false);
        foreach (var rune in Fold(text).EnumerateRunes())
        {
            var isLetter = Rune.IsLetterOrDigit(rune);
            var beginsWord = isLetter && rune.IsAscii;
            if (run.Length > 0 && isWord && rune.Value is '-' or '#')
            {
                continue;
            }

            if (run.Length > 0 && (!isLetter || isWord != beginsWord))
            {
                yield return new(run.ToString(), isWord, touches);
                run.Clear();
                touches = isLetter;
            }

            if (isLetter)
            {
                isWord = beginsWord;
                run.Append(rune);
            }
            else
            {
                touches = false;
            }
        }

        if (run.Length > 0)
        {
            yield return new(run.ToString(), isWord, touches);
        }
    }

    // Half a surrogate pair and code points that are no characters cannot be normalised; they become U+FFFD.
    private static string Whole(string text) =>
        string.Concat(text.EnumerateRunes().Select(r => ((r.Value & 0xFFFE) == 0xFFFE ? Rune.ReplacementChar : r).ToString()));

    /// <param name="Touches">Nothing stands between it and the run before it.</param>
    private readonly record struct Run(string Whole, bool IsWord, bool Touches)
    {
        public string Text => IsWord && Whole.Length > Longest ? Whole[..Longest] : Whole;

        public IReadOnlyList<string> Characters => [.. Whole.EnumerateRunes().Select(r => r.ToString())];

        public IEnumerable<string> Pairs => Characters.Zip(Characters.Skip(1), (one, next) => one + next);

        /// <summary>What a run of the other kind is written to behind.</summary>
        public string End => IsWord ? Text : Characters[^1];

        public string Beginning => IsWord ? Text : Characters[0];
    }
}
