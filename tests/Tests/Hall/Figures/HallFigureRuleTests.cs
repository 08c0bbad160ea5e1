using FsCheck;
using FsCheck.Fluent;
using GridDesk.Hall;
using GridDesk.Hall.Figures;
using GridDesk.Hall.Whose;
using GridDesk.Kernel.Events;

namespace GridDesk.Tests.Hall.Figures;

/// <summary>The figures of a hall are sums over its visitors: nobody is lost, nobody counts twice, what was taken back does not count.</summary>
public sealed class HallFigureRuleTests
{
    private static readonly LocalDate Monday = new(2019, 6, 17);

    [Fact]
    public void Lines_hours_weekdays_and_noon_before_and_since_each_add_up_to_all() =>
        Prop.ForAll<(byte, byte, byte, bool)[], byte>((came, began) =>
        {
            var visits = came.Select(c => Visit(Monday.PlusDays(c.Item1 % 20).At(new(8 + c.Item2 % 9, 30)), (TicketKind)(c.Item3 % 4), counter: 1 + c.Item3 % 3, missed: c.Item4)).ToList();
            var figures = new HallFigures(visits, Monday.PlusDays(30), Monday.PlusDays(began % 20), at => at.Hour == 12);
            var cells = figures.Heat.Days.SelectMany(day => figures.Heat.Hours.Select(hour => figures.Heat[day, hour])).OfType<HallTally>().ToList();
            foreach (var parts in (IReadOnlyList<HallTally>[])[[.. figures.Kinds.Select(k => k.Tally)], [.. figures.Hours.Select(h => h.Tally)], [.. figures.Counters.Select(c => c.Tally)], cells])
            {
                parts.Sum(p => p.Visitors).ShouldBe(visits.Count);
                parts.Sum(p => p.Missed).ShouldBe(figures.All.Missed);
                parts.ShouldAllBe(p => p.Waited.Mean <= visits.Max(v => v.Calls[0].Waited!.Value) / 60m + .1m && p.Visitors > 0);
            }

            (figures.Noon.Before.Visitors + figures.Noon.Since.Visitors).ShouldBe(visits.Count(v => v.Came.Hour == 12));
            figures.Noon.Compares.ShouldBe(visits.Any(v => v.Came.Date < figures.Noon.Began) && visits.Any(v => v.Came.Date >= figures.Noon.Began));
            (figures.Told.AsTold <= figures.Told.Visitors && figures.Told.Visitors <= visits.Count).ShouldBeTrue();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_cell_is_the_darker_the_more_and_has_no_colour_only_for_nothing() =>
        Prop.ForAll<byte, byte, byte>((one, other, more) =>
        {
            var most = Math.Max(one, other) + more;
            (one == 0).ShouldBe(HeatMap.Level(one, most) == 0);
            (one > other && HeatMap.Level(one, most) < HeatMap.Level(other, most)).ShouldBeFalse();
            HeatMap.Level(one, most).ShouldBeInRange(0, HeatMap.Levels);
            HeatMap.Level(most, most).ShouldBe(most == 0 ? 0 : HeatMap.Levels);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whoever_was_asked_to_come_again_came_when_a_later_ticket_within_a_fortnight_is_linked_to_the_same()
    {
        var at = Monday.At(new(9, 0));
        var asked = new[] { Again("a"), Again("b"), Again("c"), Again(null), Visit(at) };
        var later = new[] { Visit(at.PlusDays(14)) with { Whose = "a" }, Visit(at.PlusDays(15)) with { Whose = "b" }, Visit(at.PlusHours(-1)) with { Whose = "c" }, Visit(at.PlusDays(1)) };
        SecondVisits.Of(asked, [.. asked, .. later]).ShouldBe(new SecondVisits(Asked: 4, Known: 3, Came: 1));

        PastVisit Again(string? whose) => Visit(at) with { End = new(1, TicketOutcome.ComeAgain, 60), Whose = whose };
    }

    [Fact]
    public void A_ticket_is_told_by_the_steps_that_stand()
    {
        var at = Instant.FromUtc(2019, 6, 20, 1, 0);
        List<Happening> steps = [];
        Step(new TicketTaken("centre", new(2019, 6, 20), "1001", TicketKind.Ordinary, ["XFER"], TicketWay.Kiosk));
        Step(new TicketWaitTold("centre", 4, 9));
        Step(new TicketCalled("centre", 3, TicketKind.Ordinary, 60, false));
        Step(new TicketUndone("centre", 3, "ticket.called"));
        Step(new TicketLinked("centre", "customer:1", WhoseProof.Phone));
        Step(new TicketCalled("centre", 4, TicketKind.Ordinary, 300, false));
        Step(new TicketSentOn("centre", 4, 2, "XFER", true, 20));
        Step(new TicketCalled("centre", 2, TicketKind.Ordinary, 3000, false));
        Step(new TicketFinished("centre", 2, TicketKind.Ordinary, TicketOutcome.Done, 90));
        var visit = PastVisit.Of(steps, DateTimeZoneProviders.Tzdb["Asia/Taipei"])!;
        visit.Came.ShouldBe(new LocalDateTime(2019, 6, 20, 9, 0));
        visit.Calls.Select(c => (c.Counter, c.Waited)).ShouldBe([(4, 300), (2, 3000)]);
        visit.AsTold.ShouldBe(true, "they were told of the first call");
        visit.Whose.ShouldBe("customer:1");
        visit.At(4).End.ShouldBeNull();
        visit.At(2).End.ShouldBe(new PastEnd(2, TicketOutcome.Done, 90));
        PastVisit.Of([.. steps.Skip(2)], DateTimeZone.Utc).ShouldBeNull("nobody took it");

        void Step(IEvent happened) => steps.Add(new(Guid.CreateVersion7(), "ticket:1", steps.Count + 1, happened, "office", at + Duration.FromSeconds(steps.Count), at));
    }

    private static PastVisit Visit(LocalDateTime came, TicketKind kind = TicketKind.Ordinary, int counter = 1, bool missed = false) =>
        new("ticket:1", "centre", kind, came, [new(counter, 60 * counter, false)], new(counter, missed ? null : TicketOutcome.Done, 90)) { Told = missed ? null : new("centre", 2, 9) };
}
