using GridDesk.Hall;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Tests.Hall.Roster;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests;

namespace GridDesk.Tests.Hall;

/// <summary>Counters that nobody closed: the night closes them, and before it a colleague who is to sit there.</summary>
[Trait("store", "both")]
public sealed class EndOfDayTests
{
    private const string Site = HallCases.Site;

    [Fact]
    public async Task Whoever_goes_home_with_visitors_still_called_and_put_aside_finds_an_empty_counter_in_the_morning()
    {
        await using var office = await TestOffice.OpenAsync();
        var clerk = await office.OpenCounterAsync(3, "clerk");
        await office.OpenCounterAsync(2, "supervisor");
        await office.TakeTicketAsync();
        var called = await office.TakeTicketAsync();
        await office.InHallAsync(desk => desk.NextAsync(Site, 3, clerk));
        await office.InHallAsync(desk => desk.HoldAsync(Site, 3, clerk));
        await office.InHallAsync(desk => desk.NextAsync(Site, 3, clerk));
        office.Clock.Advance(Duration.FromHours(13));
        await EndAsync(office);
        (await StatesAsync(office)).ShouldBe([TicketState.Held, TicketState.Called], "it is still the same day");
        (await OpenAsync(office)).ShouldBe([2, 3]);

        office.Clock.Advance(Duration.FromHours(9));
        await EndAsync(office);
        await EndAsync(office);
        (await StatesAsync(office)).ShouldBe([TicketState.LeftOpen, TicketState.LeftOpen]);
        (await OpenAsync(office)).ShouldBeEmpty();
        (await office.WithAsync<OfficeDb, List<string>>(db => db.Set<RecordedEvent>().Where(e => e.Subject == called.Key).OrderBy(e => e.Version).Select(e => e.Name).ToListAsync()))
            .ShouldBe(["ticket.taken", "ticket.called", "ticket.left-open"], "nobody said that the visit was finished, and nobody reckons with sixteen hours");

        var page = await office.SignInAsync("clerk");
        await page.GoAsync("/en/desk/hall");
        await page.PressAsync("Open counter 3");
        await office.TakeTicketAsync();
        await page.PressAsync("Call the next");
        page.Text.ShouldContain("Ticket 1001");
    }

    [Fact]
    public async Task A_counter_that_a_colleague_left_open_is_closed_by_whoever_is_planned_there_next_and_by_nobody_else()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.PlanAsync("counter-3", "demo108-1", "supervisor", 8, 10);
        await office.PlanAsync("counter-3", "clerk", "supervisor", 10, 12);
        office.Clock.Reset(Instant.FromUtc(2019, 6, 20, 1, 0));
        var left = await office.OpenCounterAsync(3, "demo108-1");
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/hall");
        Buttons(clerk).ShouldNotContain("Close counter 3");
        clerk.Page.QuerySelector("main input[name=Counter]")!.SetAttribute("value", "3");
        clerk.Page.QuerySelector("main button[name=act]")!.SetAttribute("value", "close");
        await clerk.PressAsync("Open counter");
        clerk.Errors.Single().ShouldStartWith("Counter 3 is planned today for");
        (await OpenAsync(office)).ShouldBe([3]);

        await office.TakeTicketAsync();
        await office.InHallAsync(desk => desk.NextAsync(Site, 3, left));
        office.Clock.Reset(Instant.FromUtc(2019, 6, 20, 2, 0));
        clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/hall");
        Buttons(clerk).ShouldNotContain("Close counter 3", customMessage: "somebody is served there");
        await office.InHallAsync(desk => desk.FinishAsync(Site, 3, TicketOutcome.Done, left));
        await clerk.GoAsync("/en/desk/hall");
        await clerk.PressAsync("Close counter 3");
        clerk.Errors.ShouldBeEmpty();
        await clerk.PressAsync("Open counter 3");
        clerk.Page.QuerySelector("h1")!.TextContent.ShouldContain("Counter 3");

        var supervisor = await office.SignInAsync("supervisor");
        await supervisor.GoAsync("/en/desk/hall");
        await supervisor.PressAsync("Close counter 3");
        (await OpenAsync(office)).ShouldBeEmpty();
    }

    private static IEnumerable<string> Buttons(Visitor visitor) => visitor.Page.QuerySelectorAll("main button").Select(b => b.TextContent.Trim());

    private static Task EndAsync(TestOffice office) => office.WithAsync<EndOfDay>(end => end.RunAsync(office.Clock.GetCurrentInstant(), default));

    private static Task<List<TicketState>> StatesAsync(TestOffice office) => office.WithAsync<OfficeDb, List<TicketState>>(db => db.Set<Ticket>().OrderBy(t => t.Number).Select(t => t.State).ToListAsync());

    private static Task<List<int>> OpenAsync(TestOffice office) => office.WithAsync<OfficeDb, List<int>>(db => db.Set<Counter>().Where(c => c.State != CounterState.Closed).OrderBy(c => c.Number).Select(c => c.Number).ToListAsync());
}
