using GridDesk.Kernel.Time;

namespace GridDesk.Hall;

/// <summary>When a hall gives tickets: from its first opening of the day to the last closing, over noon too, when volunteers serve.</summary>
internal static class HallHours
{
    public static bool IsOpen(WorkCalendar calendar, string site, Instant now) =>
        now.InZone(calendar.Zone) is var at && calendar.HoursOn(at.Date, site) is [var first, ..] hours && at.TimeOfDay >= first.From && at.TimeOfDay < hours[^1].Until;

    /// <exception cref="Refusal"><c>hall.closed</c>: with the hours of the day, or why it is shut.</exception>
    public static void RefuseUnlessOpen(WorkCalendar calendar, string site, Instant now)
    {
        var at = now.InZone(calendar.Zone);
        var hours = calendar.HoursOn(at.Date, site);
        if (hours.Count == 0)
        {
            var why = calendar.WhyOff(at.Date, site) ?? new Phrase("今天", "today");
            throw new Refusal("hall.closed", $"今天不上班（{why.Zh}），不發號碼。", $"The hall is shut today ({why.En}); no tickets are given.");
        }

        if (!IsOpen(calendar, site, now))
        {
            var (from, until) = (hours[0].From, hours[^1].Until);
            throw new Refusal("hall.closed", $"現在不發號碼。今天 {from:HH:mm} 到 {until:HH:mm} 可以抽。", $"No tickets are given now; today from {from:HH:mm} to {until:HH:mm}.");
        }
    }
}
