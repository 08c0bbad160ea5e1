using GridDesk.Hall.Whose;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;

namespace GridDesk.Hall.Figures;

/// <summary>Who came to a hall and how it went, read from the journal once and a day at a time.</summary>
internal sealed class HallHistory(EventLog events, PackInForce pack, IClock clock)
{
    private static readonly Type[] Steps = [typeof(TicketTaken), typeof(TicketWaitTold), typeof(TicketCalled), typeof(TicketFinished), typeof(TicketMissed), typeof(TicketUndone), typeof(TicketLinked), typeof(TicketUnlinked)];

    /// <summary>In the order of coming; both days included.</summary>
    public async Task<IReadOnlyList<PastVisit>> ReadAsync(string site, LocalDate from, LocalDate until, CancellationToken cancel)
    {
        var zone = pack.Calendar.Zone;
        List<PastVisit> visits = [];
        Dictionary<string, List<Happening>> ofDay = [];
        LocalDate? day = null;
        await foreach (var step in events.EachBetweenAsync(zone.AtStartOfDay(from).ToInstant(), zone.AtStartOfDay(until.PlusDays(1)).ToInstant(), clock.Now(), Steps, cancel))
        {
            if (pack.Calendar.Today(step.HappenedAt) is var on && on != day)
            {
                CloseDay(); // a ticket holds for one day
                day = on;
            }

            if (!ofDay.TryGetValue(step.Subject, out var steps))
            {
                ofDay[step.Subject] = steps = [];
            }

            steps.Add(step);
        }

        CloseDay();
        return visits;

        void CloseDay()
        {
            visits.AddRange(ofDay.Values.Select(steps => PastVisit.Of(steps, zone)).OfType<PastVisit>().Where(visit => visit.Site == site).OrderBy(visit => visit.Came));
            ofDay.Clear();
        }
    }
}
