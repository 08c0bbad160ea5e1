using GridDesk.Hall;
using GridDesk.Kernel.Data;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests;

namespace GridDesk.Tests.Hall;

/// <summary>Counters call, hold, send on and finish; two that press at once never have the same visitor.</summary>
[Trait("store", "both")]
public sealed class CallingTests
{
    private const string Site = HallCases.Site;

    [Fact]
    public async Task The_senior_who_came_a_little_later_is_called_first_and_the_quick_counter_calls_quick_tickets_only()
    {
        await using var office = await TestOffice.OpenAsync();
        var clerk = await office.OpenCounterAsync(3, "clerk");
        var quick = await office.OpenCounterAsync(1, "supervisor");
        await office.TakeTicketAsync();
        office.Clock.Advance(Duration.FromMinutes(10));
        await office.TakeTicketAsync(TicketKind.Senior);
        (await office.InHallAsync(desk => desk.NextAsync(Site, 1, quick))).ShouldBeNull();
        (await office.InHallAsync(desk => desk.NextAsync(Site, 3, clerk)))!.Name.ShouldBe("3001");
        await RefusedAsync(() => office.InHallAsync(desk => desk.NextAsync(Site, 3, clerk)), "hall.serving");
        await office.InHallAsync(desk => desk.FinishAsync(Site, 3, TicketOutcome.Done, clerk));
        (await office.InHallAsync(desk => desk.NextAsync(Site, 3, clerk)))!.Name.ShouldBe("1001");
    }

    [Fact]
    public async Task Undo_gives_the_visitor_back_to_the_line_and_a_finished_one_back_to_the_counter()
    {
        await using var office = await TestOffice.OpenAsync();
        var clerk = await office.OpenCounterAsync(3, "clerk");
        var ticket = await office.TakeTicketAsync();
        await office.InHallAsync(desk => desk.NextAsync(Site, 3, clerk));
        await office.InHallAsync(desk => desk.FinishAsync(Site, 3, TicketOutcome.Done, clerk));
        (await office.InHallAsync(desk => desk.UndoAsync(Site, 3, clerk))).State.ShouldBe(TicketState.Called);
        await office.InHallAsync(desk => desk.HoldAsync(Site, 3, clerk));
        (await office.InHallAsync(desk => desk.CallBackAsync(Site, 3, ticket.Name, clerk))).State.ShouldBe(TicketState.Called);
        (await office.InHallAsync(desk => desk.UndoAsync(Site, 3, clerk))).State.ShouldBe(TicketState.Held);
        office.Clock.Advance(Duration.FromSeconds(11));
        await RefusedAsync(() => office.InHallAsync(desk => desk.UndoAsync(Site, 3, clerk)), "hall.undo");
    }

    [Fact]
    public async Task A_counter_that_nobody_opened_calls_nobody_and_a_colleague_s_counter_is_not_taken()
    {
        await using var office = await TestOffice.OpenAsync();
        var clerk = await office.OpenCounterAsync(3, "clerk");
        await RefusedAsync(() => office.InHallAsync(desk => desk.NextAsync(Site, 4, clerk)), "hall.counter-closed");
        await RefusedAsync(() => office.OpenCounterAsync(3, "supervisor"), "hall.counter-taken");
        await RefusedAsync(() => office.OpenCounterAsync(4, "clerk"), "hall.other-counter");
        await RefusedAsync(() => office.InHallAsync(desk => desk.NextAsync(Site, 77, clerk)), "hall.counter-unknown");
        await RefusedAsync(() => office.InHallAsync(desk => desk.FinishAsync(Site, 3, TicketOutcome.Done, clerk)), "hall.nobody");
    }

    [Fact]
    public async Task Forty_visitors_and_four_counters_that_press_at_once_each_is_called_once()
    {
        await using var office = await TestOffice.OpenAsync();
        office.Clock.AutoAdvance = Duration.FromMilliseconds(1);
        string[] people = ["clerk", "supervisor", "handler"];
        var actors = new Dictionary<int, Kernel.Events.Actor>();
        foreach (var (index, person) in people.Index())
        {
            actors[index + 2] = await office.OpenCounterAsync(index + 2, person);
        }

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => office.TakeTicketAsync()));
        (await NamesAsync(office)).ShouldBe(Enumerable.Range(1001, 40).Select(n => $"{n}"), ignoreOrder: true);
        var called = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Task.WhenAll(actors.Where(a => a.Key is 2 or 3 or 4).Select(async of =>
        {
            while (await office.InHallAsync(desk => desk.NextAsync(Site, of.Key, of.Value)) is { } next)
            {
                called.Add(next.Name);
                await office.InHallAsync(desk => desk.FinishAsync(Site, of.Key, TicketOutcome.Done, of.Value));
            }
        }));
        called.Count.ShouldBe(40);
        called.Distinct().Count().ShouldBe(40, "nobody is called twice");
    }

    [Fact]
    public async Task Whoever_presses_twice_at_the_same_counter_calls_one()
    {
        await using var office = await TestOffice.OpenAsync();
        var clerk = await office.OpenCounterAsync(3, "clerk");
        await office.TakeTicketAsync();
        await office.TakeTicketAsync();
        var pressed = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                return (await office.InHallAsync(desk => desk.NextAsync(Site, 3, clerk)))?.Name;
            }
            catch (Refusal refused)
            {
                return refused.Code;
            }
        }));
        pressed.Order().ShouldBe(["1001", "hall.serving", "hall.serving", "hall.serving"]);
    }

    private static async Task<List<string>> NamesAsync(TestOffice office) => await office.WithAsync<OfficeDb, List<string>>(async db => [.. db.Set<Ticket>().Select(t => t.Name)]);

    private static async Task RefusedAsync(Func<Task> act, string code) => (await Should.ThrowAsync<Refusal>(act)).Code.ShouldBe(code);
}
