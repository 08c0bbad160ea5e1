using System.Text.RegularExpressions;
using GridDesk.Kernel.Forms;

namespace GridDesk.Customers.Fields;

/// <summary>Addresses as text.</summary>
public static partial class AddressText
{
    /// <summary>
    /// The same text for the same address however it is written: widths, 臺 and 台, 一段 and 1段, 樓 and F, 45號之1 and
    /// 45之1號, spaces, commas and a postcode in front make no difference. For search and comparison only, never shown.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = Squeeze(text).ToUpperInvariant().Replace('臺', '台').Replace(',', ' ');
        folded = Loose.Replace(Border.Replace(folded, " "), "");
        folded = Numeral.Replace(folded, word => ChineseNumeral.ToDigits(word.Value) ?? word.Value);
        folded = Link.Replace(folded, "-");
        folded = Storey.Replace(folded, "樓");
        folded = SubNumber.Replace(folded, "$2$1");
        folded = Below.Replace(folded, "B");
        return Postcode.Replace(Loose.Replace(folded, ""), "");
    }

    /// <summary>Half width; spaces and commas only where numbers or letters would run together.</summary>
    internal static string Squeeze(string text) => Gap.Replace(HalfWidth.Of(text), gap =>
        !gap.Groups["between"].Success ? "" : gap.Value.Contains(',') ? "," : " ");

    private const string Sign = $"[A-Za-z0-9{ChineseNumeral.Signs}]";

    [GeneratedRegex($@"(?<between>(?<={Sign})[\s,]+(?={Sign}))|[\s,]+")]
    private static partial Regex Gap { get; }

    /// <summary>Between digits and Chinese numerals.</summary>
    [GeneratedRegex($"(?<=[0-9])(?=[{ChineseNumeral.Signs}])|(?<=[{ChineseNumeral.Signs}])(?=[0-9])")]
    private static partial Regex Border { get; }

    /// <summary>A space that holds no two numbers apart.</summary>
    [GeneratedRegex($"(?<![0-9{ChineseNumeral.Signs}]) | (?![0-9{ChineseNumeral.Signs}])")]
    private static partial Regex Loose { get; }

    /// <summary>Before the sign of a part, or as a sub-number.</summary>
    [GeneratedRegex($@"([0-9]+|[{ChineseNumeral.Signs}]+)(?=[鄰段巷弄號樓層F之‧·\-])|(?<=[之‧·\-])([0-9]+|[{ChineseNumeral.Signs}]+)")]
    private static partial Regex Numeral { get; }

    [GeneratedRegex(@"(?<=[0-9號樓層F])[之‧·](?=[0-9])")]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"(?<=[0-9])[F層]")]
    private static partial Regex Storey { get; }

    [GeneratedRegex(@"地下(?=[0-9]+(-[0-9]+)*樓)")]
    private static partial Regex Below { get; }

    [GeneratedRegex(@"(?<=[0-9])([號樓])((?:-[0-9]+)+)(?![-0-9號樓])")]
    private static partial Regex SubNumber { get; }

    [GeneratedRegex(@"^([0-9]{3}([0-9]{2,3})?)(?=\p{IsCJKUnifiedIdeographs})(?![鄰段巷弄號樓之])")]
    private static partial Regex Postcode { get; }
}
