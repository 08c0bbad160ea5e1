using GridDesk.Kernel.Pack;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace GridDesk.Kernel.Time;

/// <summary>Hours of the day in which nobody's phone shall ring; they may go over midnight.</summary>
/// <param name="Until">The first moment that is not quiet any more.</param>
public sealed record QuietHours(LocalTime From, LocalTime Until) : IChecked
{
    private static readonly LocalTimePattern HoursAndMinutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    // A time that the zone has twice ends quietness the second time, one that it skips as soon as the clock goes on.
    private static readonly ZoneLocalMappingResolver AtTheEnd = Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnForwardShifted);

    /// <summary>Where an office says nothing else.</summary>
    public static QuietHours Usual { get; } = new(new(21, 0), new(8, 0));

    /// <exception cref="Refusal"><c>quiet-hours.same</c>: they would be all day, or never.</exception>
    public static QuietHours Of(LocalTime from, LocalTime until) => from != until ? new(from, until)
        : throw new Refusal("quiet-hours.same", "開始和結束不能是同一個時間。", "They cannot begin and end at the same time.", "quietUntil");

    /// <summary>When the quietness that reigns now is over; null when it does not reign.</summary>
    public Instant? QuietUntil(Instant now, DateTimeZone zone)
    {
        var local = now.InZone(zone).LocalDateTime;
        if (!IsQuiet(local.TimeOfDay))
        {
            return null;
        }

        var end = (local.TimeOfDay < Until ? local.Date : local.Date.PlusDays(1)).At(Until);
        return zone.ResolveLocal(end, AtTheEnd).ToInstant();
    }

    private bool IsQuiet(LocalTime time) => From < Until ? time >= From && time < Until : time >= From || time < Until;

    /// <summary>As it is stored: <c>21:00-08:00</c>.</summary>
    public override string ToString() => $"{HoursAndMinutes.Format(From)}-{HoursAndMinutes.Format(Until)}";

    public static QuietHours Parse(string stored) => stored.Split('-') is var both ? new(HoursAndMinutes.Parse(both[0]).Value, HoursAndMinutes.Parse(both[1]).Value) : Usual;

    void IChecked.Check(Checker check)
    {
        if (From == Until)
        {
            check.Mistake("until", "安靜時間的開始和結束不能相同。", "Quiet hours cannot begin and end at the same time.");
        }
    }
}
