using System.Text.RegularExpressions;

namespace GridDesk.Kernel.Time;

/// <summary>Reads a time of day as people type it: 8:00, 08:00, 0800, 1330.</summary>
public static partial class TypedTime
{
    /// <param name="field">The field that the refusal belongs to.</param>
    /// <exception cref="Refusal"><c>time.unreadable</c></exception>
    public static LocalTime Read(string typed, string field)
    {
        var match = Shape().Match(typed.Trim());
        return match.Success && int.Parse(match.Groups[1].Value) is var hour and < 24 && int.Parse(match.Groups[2].Value) is var minute and < 60
            ? new LocalTime(hour, minute)
            : throw new Refusal("time.unreadable", "時間請填像 08:00 或 1330。", "Enter a time like 08:00 or 1330.", field);
    }

    [GeneratedRegex("^([0-9]{1,2})[:：]?([0-9]{2})$")]
    private static partial Regex Shape();
}
