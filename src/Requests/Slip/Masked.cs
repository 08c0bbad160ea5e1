using System.Globalization;

namespace GridDesk.Requests.Slip;

/// <summary>Personal data on paper that lies about: enough to recognise, not enough to know.</summary>
internal static class Masked
{
    /// <summary>陳＊蘭, 王＊, J＊＊＊＊＊＊e: the first and the last character as people count them.</summary>
    public static string Name(string name)
    {
        var characters = StringInfo.GetTextElementEnumerator(name);
        List<string> all = [];
        while (characters.MoveNext())
        {
            all.Add(characters.GetTextElement());
        }

        return all.Count switch
        {
            0 => "",
            1 => "＊",
            2 => all[0] + "＊",
            _ => all[0] + string.Concat(Enumerable.Repeat("＊", Math.Min(all.Count - 2, 6))) + all[^1],
        };
    }
}
