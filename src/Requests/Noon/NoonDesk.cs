using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;

namespace GridDesk.Requests.Noon;

/// <summary>What is written down about the noon service.</summary>
internal sealed class NoonDesk(OfficeDb db, EventLog events, PackInForce pack, IClock clock)
{
    /// <summary>Records how it was before the noon service; the figures since are shown beside it.</summary>
    /// <exception cref="Refusal"><c>noon.baseline-days</c>, <c>noon.baseline-number</c></exception>
    public Task RecordBaselineAsync(LocalDate from, LocalDate until, int turnedAway, int complaints, string source, Actor by, CancellationToken cancel = default)
    {
        var baseline = NoonBaseline.Of(from, until, turnedAway, complaints, source, pack.Calendar, clock.Now());
        return db.CommitAsync(() =>
        {
            db.Add(baseline);
            events.Record(baseline, new NoonBaselineRecorded(from, until, baseline.WorkingDays, turnedAway, complaints), by);
            return Task.CompletedTask;
        }, cancel);
    }

    /// <summary>Records how many visitors could not be helped at a site over noon today; written again, the later number counts.</summary>
    /// <exception cref="Refusal"><c>noon.turned-away</c></exception>
    public Task CountTurnedAwayAsync(string site, int visitors, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var day = pack.Calendar.Today(clock.Now());
        var kept = await db.NoonDays.SingleOrDefaultAsync(d => d.Site == site && d.Day == day, cancel);
        if (kept is null)
        {
            db.Add(kept = new NoonDay { Site = site, Day = day });
        }

        events.Record(kept, kept.Count(visitors), by);
    }, cancel);
}
