using System.Net;
using GridDesk.Hall;
using GridDesk.Hall.Wait;
using GridDesk.Kernel.Events;
using GridDesk.Tests.Hall.Roster;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Hall.Figures;

/// <summary>The head looks at how the hall has been going; everybody reads how true it was what visitors were told.</summary>
[Trait("store", "both")]
public sealed class HallFiguresPageTests
{
    private const string Figures = "/en/desk/hall/figures";

    [Fact]
    public async Task Thirty_visitors_later_anybody_reads_how_many_waited_as_long_as_they_were_told()
    {
        await using var office = await TestOffice.OpenAsync();
        var clerk = await office.OpenCounterAsync(3, "clerk");
        (await office.Visit().GoAsync("/en/hall/centre")).Text.ShouldContain("How true it is stands here once 30 visitors");
        for (var nth = 0; nth < 30; nth++)
        {
            await ServeAsync(office, clerk, TicketKind.Ordinary, new WaitRange(0, nth == 0 ? 1 : 5));
        }

        (await office.Visit().GoAsync("/en/hall/centre")).Text.ShouldContain("How true it is stands here once 30 visitors", customMessage: "today is told tomorrow");
        office.Clock.Advance(Duration.FromDays(1));
        (await office.Visit().GoAsync("/en/hall/centre")).Text.ShouldContain("of the 30 visitors of the last 30 days who were told how long it would take, 97% waited as long as they were told.");
        (await office.Visit().GoAsync("/hall/centre")).Text.ShouldContain("30 位用戶，97% 等的時間和我們說的一樣");
    }

    [Fact]
    public async Task The_head_sees_lines_counters_hours_second_visits_and_when_people_come_and_takes_it_along()
    {
        await using var office = await TestOffice.OpenAsync();
        var (clerk, other) = (await office.OpenCounterAsync(3, "clerk"), await office.OpenCounterAsync(2, "supervisor"));
        await ServeAsync(office, clerk, TicketKind.Ordinary, null);
        await ServeAsync(office, clerk, TicketKind.Senior, null, TicketOutcome.ComeAgain);
        await office.TakeTicketAsync();
        await office.InHallAsync(desk => desk.NextAsync(HallCases.Site, 2, other));
        await office.InHallAsync(desk => desk.MissAsync(HallCases.Site, 2, other));

        var head = await office.SignInAsync("head");
        await head.GoAsync(Figures);
        Stat("Visitors with a ticket").ShouldBe("3");
        Stat("Mean wait").ShouldBe("1.3 min");
        Stat("No-shows").ShouldBe("1");
        Row("By line", "Ordinary").ShouldBe(["2", "1.0", "2.0", "3.0", "3.0", "1", "0"]);
        Row("By counter", "Counter 3").ShouldBe(["2", "2.0", "2.0", "3.0", "3.0", "0", "0"]);
        Row("By counter", "Counter 2").ShouldBe(["1", "0.0", "0.0", "–", "–", "1", "0"]);
        Row("By the hour of coming", "10:00–11:00").ShouldBe(["3", "1.3", "2.0", "3.0", "3.0", "1", "0"]);
        head.Text.ShouldContain("waited 1.0 min more than the ordinary line, on average.");
        head.Text.ShouldContain("Asked to come again, for papers were missing: 1. None of their tickets was linked");
        head.Text.ShouldContain("No volunteer has been planned at a counter over noon here");
        var busiest = head.Page.QuerySelectorAll(".gd-heat")[0].QuerySelectorAll("tbody tr").Single(tr => tr.QuerySelector("th")!.TextContent == "10:00");
        busiest.QuerySelectorAll("td").Select(td => (td.TextContent, td.ClassName)).ShouldBe([("–", "gd-heat__0"), ("–", "gd-heat__0"), ("–", "gd-heat__0"), ("3", "gd-heat__6"), ("–", "gd-heat__0")]);

        var csv = await head.Http.GetStringAsync("/en/desk/hall/figures.csv?site=centre&from=2019-06-01&until=2019-06-20");
        csv.ShouldContain("\"By counter\",\"Counter 3\",\"2\",\"2\",\"2\",\"3\",\"3\",\"0\",\"0\"");
        csv.ShouldContain("\"By weekday and hour\",\"Thursday 10:00–11:00\",\"3\"");
        await head.GoAsync($"{Figures}?until=2019-06-19");
        head.Text.ShouldContain("Nobody took a ticket in these days.");

        string Stat(string label) => Words(head.Page.QuerySelectorAll(".gd-stat").Single(s => s.QuerySelector(".gd-stat__l")!.TextContent == label).QuerySelector(".gd-stat__v")!.TextContent);
        string[] Row(string table, string name) => [.. head.Page.QuerySelectorAll($"[aria-label='{table}'] tbody tr").Single(tr => tr.QuerySelector("th")!.TextContent == name).QuerySelectorAll("td").Select(td => td.TextContent)];
    }

    [Fact]
    public async Task Noon_is_compared_over_the_day_on_which_the_first_volunteer_stood_at_a_counter()
    {
        await using var office = await TestOffice.OpenAsync();
        office.Clock.Reset(Instant.FromUtc(2019, 6, 19, 4, 10));
        await office.TakeTicketAsync();
        office.Clock.Reset(Instant.FromUtc(2019, 6, 20, 2, 0));
        await office.CertifyAsync("volunteer");
        await office.PlanAsync("counter-3", "volunteer", null, 12, 13);
        office.Clock.Reset(Instant.FromUtc(2019, 6, 20, 4, 10));
        await office.TakeTicketAsync();
        await office.TakeTicketAsync();
        var head = await office.SignInAsync("head");
        await head.GoAsync(Figures);
        head.Page.QuerySelectorAll("[aria-label='Visitors of the noon break'] tbody tr").Select(tr => (tr.QuerySelector("th")!.TextContent, tr.QuerySelector("td")!.TextContent)).ShouldBe([("Before (days: 1)", "1"), ("Since (days: 1)", "2")]);
        await head.GoAsync($"{Figures}?from=2019-06-20");
        head.Text.ShouldContain("To compare, choose days before and after it.");
    }

    [Fact]
    public async Task Days_that_cannot_be_are_refused_where_they_were_typed_and_who_only_greets_does_not_see_it()
    {
        await using var office = await TestOffice.OpenAsync();
        var head = await office.SignInAsync("head");
        await head.GoAsync($"{Figures}?from=2019-06-20&until=2019-06-01");
        head.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        head.Errors.ShouldBe(["The last day cannot be before the first."]);
        head.Page.QuerySelector("#until")!.GetAttribute("value").ShouldBe("2019-06-01");
        await head.GoAsync($"{Figures}?from=yesterday");
        head.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await head.GoAsync($"{Figures}?from=2010-01-01")).Errors.ShouldBe(["Look at 366 days at most; please shorten the period."]);
        (await head.GoAsync($"{Figures}?site=nowhere")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await head.GoAsync("/desk/hall/figures.csv?from=yesterday")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await (await office.SignInAsync("greeter")).GoAsync(Figures)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    // Called after two minutes, served for three.
    private static async Task ServeAsync(TestOffice office, Actor clerk, TicketKind kind, WaitRange? told, TicketOutcome outcome = TicketOutcome.Done)
    {
        await office.InHallAsync(desk => desk.TakeAsync(HallCases.Site, HallCases.VisitOf(kind) with { Told = told }, Actor.Customer));
        office.Clock.Advance(Duration.FromMinutes(2));
        await office.InHallAsync(desk => desk.NextAsync(HallCases.Site, 3, clerk));
        office.Clock.Advance(Duration.FromMinutes(3));
        await office.InHallAsync(desk => desk.FinishAsync(HallCases.Site, 3, outcome, clerk));
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
