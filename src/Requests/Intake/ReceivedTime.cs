using System.Globalization;
using System.Text.RegularExpressions;
using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Time;

namespace GridDesk.Requests.Intake;

/// <summary>When something reached the office, as a clerk types it: <c>1080620 0930</c>, <c>0930</c> (today), <c>108/6/20</c>.</summary>
internal static partial class ReceivedTime
{
    private static readonly LocalTime DoorsOpen = new(8, 0);

    /// <summary>Null for a blank; a day alone means when the doors opened.</summary>
    /// <exception cref="Refusal">It cannot be read; field <c>receivedAt</c>.</exception>
    public static Instant? Read(string? typed, WorkCalendar calendar, Instant now)
    {
        var words = HalfWidth.Of(typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return null;
        }

        var time = Time().Match(words[^1]);
        var day = (time.Success ? words[..^1] : words) is { Length: > 0 } rest ? RocDate.Parse(string.Join(' ', rest), "receivedAt") : calendar.Today(now);
        var at = time.Success ? new LocalTime(Number(time, "h"), Number(time, "m")) : DoorsOpen;
        return day.At(at).InZoneLeniently(calendar.Zone).ToInstant();
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<h>[01]?[0-9]|2[0-3]):?(?<m>[0-5][0-9])\\z")]
    private static partial Regex Time();
}
