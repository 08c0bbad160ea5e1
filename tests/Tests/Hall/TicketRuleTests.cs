using FsCheck;
using FsCheck.Fluent;
using GridDesk.Hall;
using GridDesk.Hall.Definition;
using GridDesk.Hall.Wait;

namespace GridDesk.Tests.Hall;

/// <summary>What a ticket may go through, and in which order tickets are called.</summary>
public sealed class TicketRuleTests
{
    // Everybody is served for four minutes, and the next is called at once.
    private static readonly Pace Four = new(Enum.GetValues<TicketKind>().ToDictionary(kind => kind, IReadOnlyList<Duration> (_) => [Duration.FromMinutes(4)]), [Duration.Zero], []);

    private static readonly Instant Nine = Instant.FromUtc(2019, 6, 20, 1, 0);

    [Fact]
    public void A_ticket_is_called_recalled_put_aside_called_back_and_finished()
    {
        var ticket = HallCases.Taken(7, Nine);
        ticket.Name.ShouldBe("1007");
        ticket.Call(3, passedOver: false, Nine + Duration.FromMinutes(5)).ShouldBe(new("centre", 3, TicketKind.Ordinary, 300, false));
        ticket.Recall(3, Nine);
        ticket.Hold(3, Nine + Duration.FromMinutes(6));
        Refused(() => ticket.Call(4, false, Nine)).ShouldBe("hall.ticket-state");
        ticket.Call(3, passedOver: true, Nine + Duration.FromMinutes(9)).Waited.ShouldBeNull("who was put aside did not wait in the line");
        ticket.Finish(3, TicketOutcome.Done, Nine + Duration.FromMinutes(12)).Served.ShouldBe(180);
        Refused(() => ticket.Recall(3, Nine)).ShouldBe("hall.ticket-state");
    }

    [Fact]
    public void Whoever_is_sent_on_keeps_the_turn_and_is_called_where_it_was_said()
    {
        var ticket = HallCases.Taken(1, Nine);
        ticket.Call(2, false, Nine);
        ticket.SendOn(2, 4, ("EBILL", "billing", false), Nine + Duration.FromMinutes(1)).ShouldBe(new("centre", 2, 4, "EBILL", false, 60));
        ticket.Turn.ShouldBe(Nine);
        Refused(() => ticket.Call(2, false, Nine)).ShouldBe("hall.ticket-state");
        ticket.Call(4, false, Nine + Duration.FromMinutes(3)).Waited.ShouldBe(120);
        ticket.SendOn(4, null, ("XFER", "contract", false), Nine + Duration.FromMinutes(4)).Wrong.ShouldBeFalse("that is another errand again");
        ticket.Undo(4, Nine + Duration.FromMinutes(4));
        ticket.SendOn(4, null, ("EBILL", "billing", false), Nine + Duration.FromMinutes(4)).Wrong.ShouldBeTrue("for this one it had come, as if the step before had not been");
    }

    [Fact]
    public void A_step_is_taken_back_within_ten_seconds_by_the_counter_that_did_it()
    {
        var ticket = HallCases.Taken(1, Nine);
        ticket.Call(2, false, Nine);
        Refused(() => ticket.Undo(3, Nine)).ShouldBe("hall.undo");
        ticket.Undo(2, Nine + Duration.FromSeconds(10)).Step.ShouldBe("ticket.called");
        (ticket.State, ticket.Counter).ShouldBe((TicketState.Waiting, null));
        ticket.Call(2, false, Nine);
        ticket.Finish(2, TicketOutcome.Done, Nine);
        Refused(() => ticket.Undo(2, Nine + Duration.FromSeconds(11))).ShouldBe("hall.undo");
        ticket.Undo(2, Nine + Duration.FromSeconds(5));
        (ticket.State, ticket.Counter, ticket.EndedAt, ticket.Outcome).ShouldBe((TicketState.Called, 2, null, null));
    }

    /// <summary>Whatever kinds come at whatever times: nobody is called before somebody who came more than the longest head start earlier.</summary>
    [Fact]
    public void Nobody_is_overtaken_by_whoever_came_later_than_the_longest_head_start()
    {
        var comes = Gen.Choose(0, 240).SelectMany(minute => Gen.Elements(Enum.GetValues<TicketKind>()).Select(kind => (minute, kind)));
        Prop.ForAll(comes.ListOf().ToArbitrary(), came =>
        {
            var tickets = came.Index().Select(c => HallCases.Taken(c.Index + 1, Nine + Duration.FromMinutes(c.Item.minute), c.Item.kind)).ToList();
            var order = WaitForecast.InOrder(tickets.Select(t => new Waiter(t.Id, t.Kind, t.Group, null, t.Turn, t.Number))).Select(w => tickets.First(t => t.Id == w.Id)).ToList();
            var longest = Duration.FromMinutes(HallCases.Kinds.Values.Max(k => k.HeadStart));
            return order.Index().All(first => order.Skip(first.Index + 1).All(later => first.Item.TakenAt - later.TakenAt <= longest));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void How_many_are_ahead_counts_those_alone_who_share_a_counter()
    {
        var (ordinary, senior, quick) = (HallCases.Taken(1, Nine), HallCases.Taken(1, Nine + Duration.FromMinutes(5), TicketKind.Senior), HallCases.Taken(1, Nine + Duration.FromMinutes(6), TicketKind.Quick));
        var line = new[] { ordinary, senior, quick }.Select(t => new Waiter(t.Id, t.Kind, t.Group, null, t.Turn, t.Number)).ToList();
        CounterDefinition all = new(3, Phrase.Same("3"), [TicketKind.Ordinary, TicketKind.Senior]), only = new(1, Phrase.Same("1"), [TicketKind.Quick]);
        WaitForecast.Ahead(line[2], line, [all, only]).ShouldBe(0);
        WaitForecast.Ahead(line[0], line, [all, only]).ShouldBe(1, "the senior came within the head start");
        WaitForecast.Ahead(line[1], line, [all, only]).ShouldBe(0);
        WaitForecast.Of(line[2], line, [new(all, null, null)], Four, Nine, 1).ShouldBeNull("no counter that is open serves quick tickets");
        WaitForecast.Of(line[0], line, [new(all, TicketKind.Ordinary, Duration.FromMinutes(1))], Four, Nine, 1)
            .ShouldBe((Duration.FromMinutes(7), Duration.FromMinutes(7)), "three minutes of whoever is there and four of the senior");
    }

    [Theory]
    [InlineData(30)]
    [InlineData(100)]
    [InlineData(5000)]
    public void Whoever_has_very_many_before_them_is_told_by_how_fast_the_first_of_those_go(int many)
    {
        CounterDefinition all = new(3, Phrase.Same("3"), [TicketKind.Ordinary]);
        List<Waiter> line = [.. Enumerable.Range(0, many + 1).Select(place => new Waiter(Guid.NewGuid(), TicketKind.Ordinary, "supply", null, Nine + Duration.FromSeconds(place), place))];
        WaitForecast.Of(line[^1], line, [new(all, null, null)], Four, Nine, 1).ShouldBe((Duration.FromMinutes(4 * many), Duration.FromMinutes(4 * many)));
    }

    [Fact]
    public void Whoever_leaves_when_they_are_told_is_there_before_they_may_be_called() =>
        Prop.ForAll(Gen.Choose(0, 200).ToArbitrary(), Gen.Choose(0, 90).ToArbitrary(), (from, way) => new WaitRange(from, from + 10).LeaveAt(Nine, Duration.FromMinutes(way)) is { } leave
            ? leave > Nine && leave + Duration.FromMinutes(way) == Nine + Duration.FromMinutes(from)
            : way >= from).QuickCheckThrowOnFailure();

    private static string Refused(Action act) => Should.Throw<Refusal>(act).Code;
}
