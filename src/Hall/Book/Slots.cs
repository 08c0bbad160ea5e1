using System.Globalization;
using GridDesk.Hall.Definition;
using GridDesk.Kernel.Time;
using NodaTime.Text;

namespace GridDesk.Hall.Book;

/// <summary>The times of a day at which a visit can begin: a pure rule, on the office's clock.</summary>
internal static class Slots
{
    private static readonly LocalDateTimePattern Text = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm");

    /// <summary>In order, none overlapping another, each whole within the office's hours and the place's own; none on a day off.</summary>
    /// <param name="open">The office's hours of the day.</param>
    public static IReadOnlyList<LocalTime> On(BookingPlace place, IReadOnlyList<Opening> open)
    {
        List<LocalTime> starts = [];
        foreach (var own in place.Hours.Count == 0 ? open : place.Openings)
        {
            foreach (var hours in open)
            {
                var (from, until) = (MinuteOf(LocalTime.Max(own.From, hours.From)), MinuteOf(LocalTime.Min(own.Until, hours.Until)));
                for (var minute = from; minute + place.Slot <= until; minute += place.Slot)
                {
                    starts.Add(new LocalTime(minute / 60, minute % 60));
                }
            }
        }

        return Apart(starts, place.Slot);
    }

    /// <summary><c>2019-06-21T09:30</c></summary>
    public static string Name(LocalDateTime at) => Text.Format(at);

    /// <summary>What a page or a link sent.</summary>
    /// <exception cref="Refusal"><c>booking.no-slot</c></exception>
    public static LocalDateTime Read(string? name) => name is { Length: <= 40 } && Text.Parse(name).TryGetValue(default, out var at) && IsThinkable(at.Date) ? at : throw NoSlot();

    /// <summary>The day that a page or a link names; null when it names none that anybody could mean.</summary>
    public static LocalDate? ReadDay(string? text) => text is { Length: <= 40 } && LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var day) && IsThinkable(day) ? day : null;

    public static Refusal NoSlot() => new("booking.no-slot", "這不是可以預約的時間，請從列出的時間選。", "This is not a time that can be booked; please choose one that is listed.", "at");

    /// <summary>09:30, whatever the language.</summary>
    public static string Clock(LocalDateTime at) => at.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture);

    // At the ends of time no clock can be reckoned.
    private static bool IsThinkable(LocalDate day) => day.Year is > 1911 and < 2200;

    // Where hours of the pack overlap each other, the earlier time stands.
    private static List<LocalTime> Apart(IEnumerable<LocalTime> starts, int minutes)
    {
        List<LocalTime> kept = [];
        foreach (var start in starts.Order())
        {
            if (kept.Count == 0 || MinuteOf(start) - MinuteOf(kept[^1]) >= minutes)
            {
                kept.Add(start);
            }
        }

        return kept;
    }

    private static int MinuteOf(LocalTime time) => time.Hour * 60 + time.Minute;
}
