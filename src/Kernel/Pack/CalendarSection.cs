using GridDesk.Kernel.Time;

namespace GridDesk.Kernel.Pack;

/// <summary>What the pack says about the office's working time.</summary>
public static class CalendarSection
{
    public static PackSection One { get; } = PackSection.One<CalendarDefinition>("calendar.yaml").Check((calendar, check, pack) =>
    {
        foreach (var mistake in calendar.Check())
        {
            check.Mistake(mistake.Place, mistake.Sentence.Zh, mistake.Sentence.En);
        }

        foreach (var site in pack.Get<SiteList>().Sites)
        {
            check.At(site).Known("hours", site.Hours, [.. calendar.Hours.Select(h => h.Id)]);
        }
    });
}
