using GridDesk.Hall.Roster;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using GridDesk.Staff.Shifts;

namespace GridDesk.Hall.Figures;

/// <summary>Puts the figures of a hall together, for the page and for its files alike.</summary>
internal sealed class FiguresReading(HallHistory history, ShiftDesk shifts, PackInForce pack, IClock clock, CurrentStaff me)
{
    /// <exception cref="Refusal">As of <see cref="FiguresFilter.Read"/>.</exception>
    public async Task<(FiguresFilter Asked, HallFigures Figures)> ReadAsync(FiguresFilter filter, CancellationToken cancel)
    {
        var today = pack.Calendar.Today(clock.Now());
        var asked = filter.Read(pack, today, me.Site);
        var (site, from, until) = (asked.Site!, asked.From!.Value, asked.Until!.Value);
        var visits = await history.ReadAsync(site, from, until.PlusDays(SecondVisits.Within), cancel);
        var began = await shifts.FirstPostedAsync(site, Role.Volunteer, Post.CounterPrefix, cancel) is { } first && first <= clock.Now() ? pack.Calendar.Today(first) : (LocalDate?)null;
        return (asked, new(visits, until, began, at => IsNoon(at, site)));
    }

    private bool IsNoon(LocalDateTime at, string site) =>
        pack.Calendar.Knows(at.Date) && pack.Calendar.NoonBreakOn(at.Date, site)?.Contains(at.InZoneLeniently(pack.Calendar.Zone).ToInstant()) == true;
}
