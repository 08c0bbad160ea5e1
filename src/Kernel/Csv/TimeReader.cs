using System.Text.RegularExpressions;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using NodaTime.Text;

namespace GridDesk.Kernel.Csv;

/// <summary>
/// Reads the days and times of a file: the notations of its mapping first, then an instant with its offset, then any date
/// that a person in Taiwan writes (<see cref="RocDate"/>), with or without a time: <c>108/06/20 14:30</c>,
/// <c>2019/6/20 下午 02:30:00</c>, <c>1080620</c>.
/// </summary>
public sealed partial class TimeReader(IReadOnlyList<string> patterns, DateTimeZone zone)
{
    private static readonly OffsetDateTimePattern[] WithOffset =
        [OffsetDateTimePattern.Rfc3339, OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'sso<g>"), OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mmo<g>")];

    private readonly (LocalDateTimePattern Pattern, bool HasTime)[] _own =
        [.. patterns.Select(p => (LocalDateTimePattern.CreateWithInvariantCulture(p), p.Contains('H') || p.Contains('h')))];

    // Files hold few days many times.
    private readonly Dictionary<string, LocalDate> _days = [];

    /// <summary>Marks the notations of a mapping, under <c>dates</c>, that cannot be understood.</summary>
    public static void Check(Checker check, IReadOnlyList<string> dates)
    {
        foreach (var (index, pattern) in dates.Index())
        {
            try
            {
                LocalDateTimePattern.CreateWithInvariantCulture(pattern);
            }
            catch (InvalidPatternException wrong)
            {
                check.Mistake($"dates[{index}]", $"「{pattern}」不是看得懂的日期寫法，例如 uuuu/MM/dd HH:mm。", $"'{pattern}' is no notation of dates we understand ({wrong.Message.TrimEnd('.')}); write it like uuuu/MM/dd HH:mm.");
            }
        }
    }

    /// <exception cref="Refusal"><c>date.unreadable</c>, <c>time.unreadable</c></exception>
    public WrittenTime Read(string text)
    {
        text = text.Trim();
        foreach (var (pattern, hasTime) in _own)
        {
            if (pattern.Parse(text) is { Success: true, Value: var own })
            {
                return In(own, hasTime);
            }
        }

        if (text.Contains('T', StringComparison.Ordinal) && WithOffset.Select(p => p.Parse(text)).FirstOrDefault(parsed => parsed.Success) is { } exact)
        {
            return In(exact.Value.ToInstant().InZone(zone).LocalDateTime, hasTime: true);
        }

        var parts = DayAndTime().Match(text);
        return parts.Success
            ? In(Day(parts.Groups["day"].Value) + Time(parts, text), hasTime: true)
            : In(Day(text).AtMidnight(), hasTime: false);
    }

    // No office keeps a file of other years, and no database stores the year 0.
    private WrittenTime In(LocalDateTime local, bool hasTime) => local.Year is >= 1912 and <= 2200
        ? new(local.InZoneLeniently(zone).ToInstant().ToMicrosecond(), hasTime)
        : throw new Refusal("time.unreadable", $"西元 {local.Year} 年不像這裡會有的年份。", $"The year {local.Year} is not one that we expect here.");

    private LocalDate Day(string text)
    {
        if (!_days.TryGetValue(text, out var day))
        {
            _days[text] = day = RocDate.Parse(text);
        }

        return day;
    }

    private static LocalTime Time(Match parts, string text)
    {
        var (hour, minute, second) = (Number("h"), Number("m"), Number("s"));
        var half = parts.Groups["half"].Value.ToUpperInvariant();
        if (half.Length > 0)
        {
            hour = hour is >= 1 and <= 12 ? (hour % 12) + (half is "下午" or "PM" ? 12 : 0) : 99;
        }

        return hour <= 23 && minute <= 59 && second <= 59 ? new LocalTime(hour, minute, second)
            : throw new Refusal("time.unreadable", $"沒有「{text}」這個時刻。", $"There is no such time as “{text}”.");

        int Number(string group) => parts.Groups[group] is { Success: true, ValueSpan: var digits } ? int.Parse(digits) : 0;
    }

    // The time stands behind the day, after a blank or a T; Excel in Taiwan writes 上午 or 下午 before it.
    [GeneratedRegex(@"^(?<day>.*[0-9日])(?:[ \u3000]+|T)(?:(?<half>上午|下午) *)?(?<h>[0-9]{1,2}):(?<m>[0-9]{2})(?::(?<s>[0-9]{2})(?:\.[0-9]+)?)?(?: *(?<half>AM|PM|am|pm))?\z")]
    private static partial Regex DayAndTime();
}

/// <summary>A moment in a file. A day without a time stands at its midnight, so that what is not known counts in the office's favour.</summary>
public sealed record WrittenTime(Instant At, bool HasTime);
