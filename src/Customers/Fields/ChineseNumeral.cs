using System.Text.RegularExpressions;

namespace GridDesk.Customers.Fields;

/// <summary>The small numbers of addresses, 0 to 199 in words, or digit by digit: 二三 is 23.</summary>
internal static partial class ChineseNumeral
{
    public const string Signs = "〇零一二三四五六七八九十百";

    private const string Digits = "〇一二三四五六七八九";

    /// <summary>In ASCII digits without leading zeros; null when it is no number.</summary>
    public static string? ToDigits(string text)
    {
        if (text.Length is > 0 and <= 5 && text.All(char.IsAsciiDigit))
        {
            return Trim(text);
        }

        if (InWords.Match(text) is { Success: true } words && text.Length > 0)
        {
            var hundreds = words.Groups["hundred"].Success ? Value(words.Groups["hundreds"].Value, 1) : 0;
            var tens = words.Groups["ten"].Success ? Value(words.Groups["tens"].Value, 1) : 0;
            return $"{(hundreds * 100) + (tens * 10) + Value(words.Groups["ones"].Value, 0)}";
        }

        var digits = text.Replace('零', '〇');
        return digits.Length is > 0 and <= 5 && digits.All(Digits.Contains)
            ? Trim(string.Concat(digits.Select(sign => Digits.IndexOf(sign))))
            : null;
    }

    /// <summary>1 to 99 in words, as a section of a road is written.</summary>
    public static string InChinese(int number) => number switch
    {
        < 10 => $"{Digits[number]}",
        < 20 => $"十{(number == 10 ? "" : Digits[number - 10])}",
        _ => $"{Digits[number / 10]}十{(number % 10 == 0 ? "" : Digits[number % 10])}",
    };

    private static int Value(string sign, int otherwise) => sign.Length == 0 ? otherwise : Digits.IndexOf(sign[0]);

    private static string Trim(string digits) => digits.TrimStart('0') is { Length: > 0 } trimmed ? trimmed : "0";

    [GeneratedRegex(@"^((?<hundreds>[一二三四五六七八九])?(?<hundred>百)零?)?((?<tens>[一二三四五六七八九])?(?<ten>十))?(?<ones>[一二三四五六七八九])?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex InWords { get; }
}
