using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;

namespace GridDesk.Hall.Definition;

/// <summary>Stretches of a day as the pack writes them: <c>hours: ["09:00-11:30", "13:30-16:30"]</c>.</summary>
internal static class Stretches
{
    public static IReadOnlyList<Opening> Read(IReadOnlyList<string> hours) => [.. hours.Select(text => Opening.TryParse(text, out var one) ? one : default)];

    public static void Check(Checker check, IReadOnlyList<string> hours)
    {
        foreach (var (index, text) in hours.Index().Where(h => !Opening.TryParse(h.Item, out _)))
        {
            check.Mistake($"hours[{index}]", $"「{text}」不是時段，請寫像 09:00-11:30。", $"'{text}' is no stretch of a day; write 09:00-11:30.");
        }
    }
}
