using System.Globalization;
using System.Text.RegularExpressions;

namespace GridDesk.Customers;

/// <summary>Who a customer is, so that a colleague recognises the case and nobody learns the person: 陳＊蘭, 09＊＊-＊＊＊-572.</summary>
public static partial class Masked
{
    /// <summary>The first and the last character stay; of two, the first.</summary>
    public static string Name(string name)
    {
        if (name.All(char.IsAscii))
        {
            return string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => $"{word[0]}＊"));
        }

        var letters = Graphemes(name);
        return letters.Count switch
        {
            <= 1 => "＊",
            2 => letters[0] + "＊",
            _ => letters[0] + new string('＊', Math.Min(letters.Count - 2, 3)) + letters[^1],
        };
    }

    /// <summary>The first two digits and the last three stay; an extension goes.</summary>
    public static string Phone(string phone)
    {
        var number = phone.Split('#')[0];
        var digits = number.Count(char.IsAsciiDigit);
        var at = 0;
        return string.Concat(number.Select(sign => !char.IsAsciiDigit(sign) ? sign : at++ < 2 || at > digits - 3 ? sign : '＊'));
    }

    public static string Email(string email) => email.Split('@', 2) is [{ Length: > 0 } name, var domain] ? $"{name[0]}＊＊＊@{domain}" : "＊＊＊";

    /// <summary>Of the eleven digits, area, reading day and the last three stay.</summary>
    public static string ElectricityNumber(string digits) => digits.Length == 11 ? $"{digits[..2]}-{digits[2..4]}-＊＊＊＊-{digits[8..10]}-{digits[10]}" : "＊＊＊";

    /// <summary>Up to the road; the house goes.</summary>
    public static string Address(string line) => $"{Road().Match(line).Value}＊＊";

    /// <summary>County and township alone: 嘉義市東區.</summary>
    public static string Town(string line) => TownOnly().Match(line).Value;

    /// <summary>The first two and the last three signs of a number stay.</summary>
    public static string Id(string id) => id.Length < 6 ? "＊＊＊" : $"{id[..2]}＊＊＊＊＊{id[^3..]}";

    private static List<string> Graphemes(string text)
    {
        var letters = new List<string>();
        for (var each = StringInfo.GetTextElementEnumerator(text); each.MoveNext();)
        {
            letters.Add((string)each.Current);
        }

        return letters;
    }

    [GeneratedRegex("^.{0,4}?[縣市](.{1,4}?[鄉鎮市區])?([^0-9０-９]{1,8}?(路|街|大道)([一二三四五六七八九十]段)?)?")]
    private static partial Regex Road();

    [GeneratedRegex("^.{0,4}?[縣市](.{1,4}?[鄉鎮市區])?")]
    private static partial Regex TownOnly();
}
