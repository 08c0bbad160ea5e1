using System.Text;
using System.Text.RegularExpressions;

namespace GridDesk.Notices.Templates;

/// <summary>A text with fields in braces, filled with what is known: <c>您的案件 {number} 已受理。</c></summary>
internal static partial class Filling
{
    /// <summary>The fields that a text names, in order, each once.</summary>
    public static IReadOnlyList<string> FieldsOf(string text) => [.. FieldPattern.Matches(text).Select(m => m.Groups[1].Value).Distinct()];

    /// <summary>What stands in braces and can be no field, such as <c>{Number}</c> or <c>{ number }</c>; customers would read the braces.</summary>
    public static IReadOnlyList<string> NoFieldsOf(string text) => [.. BracePattern.Matches(FieldPattern.Replace(text, "")).Select(m => m.Value).Distinct()];

    /// <summary>
    /// Puts the fields in. What comes from a customer cannot break out of its place: line breaks become spaces, and signs that turn the
    /// direction of writing, or cannot be seen, are left out.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The text names a field that is not given; the pack's check excludes that.</exception>
    public static string Fill(string text, IReadOnlyDictionary<string, string> fields) => FieldPattern.Replace(text, m => Plain(fields[m.Groups[1].Value]));

    internal static string Plain(string value)
    {
        var plain = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                plain.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(rune) is not (System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Surrogate))
            {
                plain.Append(rune);
            }
        }

        return plain.ToString().Trim();
    }

    [GeneratedRegex(@"\{([a-z][a-zA-Z]*)\}")]
    private static partial Regex FieldPattern { get; }

    [GeneratedRegex(@"\{[^{}\n]*\}")]
    private static partial Regex BracePattern { get; }
}
