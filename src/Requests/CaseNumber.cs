using System.Globalization;

namespace GridDesk.Requests;

/// <summary>
/// A number that a customer reads out or types: <c>CY108-01463-K</c> for a request that is formally accepted, <c>CYP108-00031-T</c> for the
/// slip of papers that were only taken in. Office code, ROC year, the sequence that the database issued, a check letter.
/// </summary>
/// <remarks>
/// The check letter is the sum of the digits by position weights modulo 23: every single wrong digit and every swap of neighbours
/// changes it, because the weights of neighbours differ and neither they nor the differences of digits are multiples of 23.
/// The digits are 8, or 10 in a year that issues more than 99,999: never 9, so a sign lost, added or put for the P is noticed too.
/// I, O and Z are never issued; O and I are read as 0 and 1 where a digit stands.
/// </remarks>
public sealed record CaseNumber
{
    private const string CheckLetters = "ABCDEFGHJKLMNPQRSTUVWXY";

    private CaseNumber(string text) => Text = text;

    public string Text { get; }

    public static CaseNumber Accepted(string office, int rocYear, long sequence) => Issue(office, rocYear, sequence);

    public static CaseNumber Slip(string office, int rocYear, long sequence) => Issue(office + "P", rocYear, sequence);

    /// <summary>Reads what a person typed: any width, case and spacing. Null when it cannot be a number of this office.</summary>
    public static CaseNumber? Read(string office, string? typed)
    {
        var text = new string([.. Kernel.Search.SearchWords.Fold(typed is { Length: <= 60 } ? typed : "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
        foreach (var prefix in (string[])[office + "P", office])
        {
            if (text.StartsWith(prefix, StringComparison.Ordinal) && text.Length - prefix.Length is 9 or 11)
            {
                var digits = text[prefix.Length..^1].Replace('O', '0').Replace('I', '1');
                if (digits.All(char.IsAsciiDigit) && CheckLetter(prefix, digits) == text[^1])
                {
                    return new CaseNumber(Format(prefix, digits, text[^1]));
                }
            }
        }

        return null;
    }

    public override string ToString() => Text;

    private static CaseNumber Issue(string prefix, int rocYear, long sequence)
    {
        var digits = rocYear.ToString("D3", CultureInfo.InvariantCulture) + sequence.ToString(sequence > 99_999 ? "D7" : "D5", CultureInfo.InvariantCulture);
        return new CaseNumber(Format(prefix, digits, CheckLetter(prefix, digits)));
    }

    private static string Format(string prefix, string digits, char check) => $"{prefix}{digits[..3]}-{digits[3..]}-{check}";

    // The prefix takes part, so that a slip's number never passes for a request's.
    private static char CheckLetter(string prefix, string digits)
    {
        var sum = prefix.Sum(c => c - 'A' + 1);
        for (var i = 0; i < digits.Length; i++)
        {
            sum += (digits[i] - '0') * ((i % 22) + 1);
        }

        return CheckLetters[sum % 23];
    }
}
