using System.Globalization;

namespace GridDesk.Hall;

internal static class ClockText
{
    /// <summary>The time of day at the office: <c>13:30</c>.</summary>
    public static string Clock(this Instant at, DateTimeZone zone) => at.InZone(zone).ToString("HH:mm", CultureInfo.InvariantCulture);
}
