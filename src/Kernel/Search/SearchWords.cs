using System.Text;

namespace GridDesk.Kernel.Search;

/// <summary>
/// The words under which a case or a person is found by the staff, at once after saving: single Chinese characters and pairs of
/// neighbours, Latin words, and digit strings that are found by their beginning.
/// </summary>
public static class SearchWords
{
    private const int Longest = 40;

    /// <summary>The words of a text that is stored.</summary>
    public static IReadOnlySet<string> Of(params IEnumerable<string?> texts)
    {
        HashSet<string> words = [];
        foreach (var run in texts.SelectMany(Runs))
        {
            if (IsWord(run))
            {
                words.Add(run.Length > Longest ? run[..Longest] : run);
                continue;
            }

            var characters = Characters(run);
            for (var i = 0; i < characters.Count; i++)
            {
                words.Add(characters[i]);
                if (i > 0)
                {
                    words.Add(characters[i - 1] + characters[i]);
                }
            }
        }

        return words;
    }

    /// <summary>What must be found for a typed query: every pair of neighbours, or the one character, and every word by its beginning.</summary>
    public static IReadOnlyList<(string Word, bool ByBeginning)> Asked(string? query)
    {
        List<(string, bool)> asked = [];
        foreach (var run in Runs(query))
        {
            var characters = Characters(run);
            if (IsWord(run))
            {
                asked.Add((run.Length > Longest ? run[..Longest] : run, true));
            }
            else if (characters.Count == 1)
            {
                asked.Add((run, false));
            }
            else
            {
                asked.AddRange(characters.Zip(characters.Skip(1), (one, next) => (one + next, false)));
            }
        }

        return [.. asked.Distinct().Take(24)];
    }

    /// <summary>Full width to half width, 臺 to 台, upper to lower case: differences that nobody searching means.</summary>
    public static string Fold(string text) =>
        Whole(text).Normalize(NormalizationForm.FormKC).Replace('臺', '台').ToLowerInvariant();

    // Runs of Latin letters and digits (dashes inside numbers do not count) and runs of everything else that is a letter.
    private static IEnumerable<string> Runs(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            yield break;
        }

        var run = new StringBuilder();
        bool? word = null;
        foreach (var rune in Fold(text).EnumerateRunes())
        {
            var isWord = rune.IsAscii && Rune.IsLetterOrDigit(rune);
            if (rune.Value is '-' or '#' && word == true)
            {
                continue;
            }

            if (!Rune.IsLetterOrDigit(rune) || (word is not null && word != isWord))
            {
                if (run.Length > 0)
                {
                    yield return run.ToString();
                }

                run.Clear();
                word = null;
            }

            if (Rune.IsLetterOrDigit(rune))
            {
                run.Append(rune);
                word = isWord;
            }
        }

        if (run.Length > 0)
        {
            yield return run.ToString();
        }
    }

    // Half a surrogate pair and code points that are no characters cannot be normalised; they become U+FFFD.
    private static string Whole(string text) =>
        string.Concat(text.EnumerateRunes().Select(r => ((r.Value & 0xFFFE) == 0xFFFE ? Rune.ReplacementChar : r).ToString()));

    private static bool IsWord(string run) => char.IsAscii(run[0]);

    private static List<string> Characters(string run) => [.. run.EnumerateRunes().Select(r => r.ToString())];
}
