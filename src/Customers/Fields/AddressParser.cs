using System.Text.RegularExpressions;

namespace GridDesk.Customers.Fields;

/// <summary>
/// Splits an address written in one line, in the order postcode, county, district, village, neighbourhood, road,
/// section, lane, alley, number, floor, room.
/// </summary>
internal static partial class AddressParser
{
    private const string Counties =
        "臺北市|新北市|桃園市|臺中市|臺南市|高雄市|基隆市|新竹市|新竹縣|苗栗縣|彰化縣|南投縣|雲林縣|嘉義市|嘉義縣|屏東縣|宜蘭縣|花蓮縣|臺東縣|澎湖縣|金門縣|連江縣";

    private const string Word = $"[{ChineseNumeral.Signs}]";

    /// <summary>A whole number, of digits or of Chinese numerals, never a piece of a longer one.</summary>
    private const string N = $"([0-9]{{1,5}}(?![0-9])|(?<!{Word}){Word}{{1,6}}(?!{Word}))";

    /// <summary>Signs that the name of a road or place has not.</summary>
    private const string Never = ",、;~()鄰弄號";

    /// <summary>County, district and what follows; null when the line does not begin with a county.</summary>
    public static (string? Postcode, string County, string? District, string Tail)? Head(string squeezed)
    {
        var match = Beginning.Match(squeezed);
        return match.Success
            ? (Part(match, "postcode"), Formal(match.Groups["county"].Value), Part(match, "district") is { } district ? Formal(district) : null, match.Groups["rest"].Value)
            : null;
    }

    /// <summary>All parts; null when the line cannot be split into them without a remainder.</summary>
    public static Address? Parse(string squeezed) =>
        Head(squeezed) is var (postcode, county, district, rest) && district is not null
        && Split(new Address(county, district) { Postcode = postcode }, rest) is { } address
        && Split(new Address(county, district) { Postcode = postcode }, address.Line[(county.Length + district.Length)..]) == address
            ? address
            : null;

    /// <summary>The formal sign 臺 in the name of a county or district.</summary>
    public static string Formal(string name) => name.Replace('台', '臺');

    private static Address? Split(Address head, string rest)
    {
        var match = Remainder.Match(rest);
        if (!match.Success)
        {
            return null;
        }

        var numbersAreRight = true;
        string? Number(string group)
        {
            if (Part(match, group) is not { } text)
            {
                return null;
            }

            var digits = ChineseNumeral.ToDigits(text);
            numbersAreRight &= digits is not null;
            return digits;
        }

        string? Sub(string group) => Number(group) is { } digits ? $"-{digits}" : null;
        var address = head with
        {
            Village = Part(match, "village"),
            Neighbourhood = Number("neighbourhood"),
            Road = Part(match, "road"),
            Section = Number("section"),
            Lane = Number("lane"),
            Alley = Number("alley"),
            Number = $"{Part(match, "temporary")}{Number("number")}{Sub("sub")}",
            Floor = Number("floor") is { } floor ? $"{(match.Groups["below"].Success ? "B" : "")}{floor}{Sub("floorSub")}" : null,
            Room = Part(match, "room")?.ToUpperInvariant(),
        };
        return numbersAreRight ? address : null;
    }

    private static string? Part(Match match, string group) => match.Groups[group] is { Success: true, Length: > 0, Value: var part } ? part : null;

    // A district ends at the first 鄉, 鎮, 市 or 區, except where the name itself has one; 路竹 is the only one with 路.
    [GeneratedRegex($@"^(?<postcode>[0-9]{{3}}([0-9]{{2,3}})?)?(?<county>(?:{Counties})|台[北中南]市|台東縣)(?<district>前鎮區|平鎮區|左鎮區|新市區|路竹區|[^0-9A-Za-z ,路街巷號]{{1,3}}?[鄉鎮市區])?(?<rest>.*)\z", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Beginning { get; }

    // 美村路 is a road, not the village 美村.
    [GeneratedRegex($@"^
        ((?<village>[^0-9 ,]{{1,5}}?[村里])(?![村里]|[東西南北中一二三四五六七八九十]{{0,2}}(路|街|大道|巷|段)))?
        ((?<neighbourhood>{N})鄰)?
        (?<road>[^0-9 {Never}]([^ {Never}]{{0,30}}?[^0-9 {Never}])?)??[ ,]?
        ((?<section>{N})段)?
        ((?<lane>{N})巷)?
        ((?<alley>{N})弄)?
        (?<temporary>臨)?(?<number>{N})
        (號|[之\-‧·](?<sub>{N})號|號[之\-‧·](?<sub>{N}))[ ,]?
        ((?<below>地下|B)?(?<floor>{N})([樓層F]|[樓層F][之\-‧·](?<floorSub>{N})|[之\-‧·](?<floorSub>{N})[樓層F])[ ,]?)?
        ((?<room>[0-9A-Z]{{1,8}})室)?
        \z", RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex Remainder { get; }
}
