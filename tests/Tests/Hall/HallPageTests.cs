using System.Net;
using System.Text.Json.Nodes;
using GridDesk.Hall;
using GridDesk.Kernel.Events;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests;

namespace GridDesk.Tests.Hall;

/// <summary>A visitor at the entrance and on the telephone, a clerk at the counter, the board on the wall.</summary>
[Trait("store", "both")]
public sealed class HallPageTests
{
    [Fact]
    public async Task A_visitor_sees_what_to_bring_takes_a_ticket_is_called_and_served()
    {
        await using var office = await TestOffice.OpenAsync();
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/hall");
        clerk.Text.ShouldContain("Which counter are you at?");
        await clerk.PressAsync("Open counter 3");
        clerk.Text.ShouldContain("Nobody is waiting.");

        var visitor = await office.Visit().GoAsync("/en/hall/centre/kiosk");
        visitor.Text.ShouldContain("What have you come for?");
        await visitor.GoAsync("/en/hall/centre/kiosk?errand=XFER");
        visitor.Text.ShouldContain("What to bring");
        var button = visitor.Page.QuerySelectorAll("main form button").Single(b => b.TextContent.StartsWith("65 or older")).TextContent;
        button.ShouldContain("0 ahead of you");
        await visitor.PressAsync(button);
        visitor.Path.ShouldStartWith("/en/hall/centre/tickets/3001?code=");
        visitor.Text.ShouldContain("0 ahead of you");

        await clerk.GoAsync("/en/desk/hall");
        clerk.Text.ShouldContain("1 waiting");
        await clerk.PressAsync("Call the next");
        clerk.Text.ShouldContain("Ticket 3001");
        await visitor.GoAsync(visitor.Path);
        visitor.Text.ShouldContain("Please go to counter 3");
        (await office.Visit().GoAsync("/en/hall/centre")).Text.ShouldContain("3001");
        (await office.Visit().GoAsync("/hall/centre/board")).Page.QuerySelector(".gd-b__new")!.TextContent.ShouldContain("3001");

        await clerk.PressAsync("Put aside");
        await clerk.PressAsync("Call 3001 back");
        await clerk.PressAsync("Finished");
        clerk.Text.ShouldContain("Counter 3");
        await clerk.PressAsync("Undo the last step (10 s)");
        clerk.Text.ShouldContain("Ticket 3001");
        office.Clock.Advance(Duration.FromSeconds(11));
        await clerk.PressAsync("Finished");
        office.Clock.Advance(Duration.FromSeconds(11));
        await clerk.PressAsync("Undo the last step (10 s)");
        clerk.Errors.Single().ShouldStartWith("Nothing was done within the last ten seconds");
        await clerk.PressAsync("Close the counter");
        clerk.Text.ShouldContain("Which counter are you at?");
    }

    [Fact]
    public async Task Several_errands_are_one_visit_with_all_their_papers_shown_before_the_number()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.OpenCounterAsync(3, "clerk");
        var visitor = await office.Visit().GoAsync("/en/hall/centre/kiosk");
        await visitor.FollowAsync(Tile(visitor, "Change the account holder"));
        visitor.Page.QuerySelector("h1")!.TextContent.ShouldStartWith("Change the account holder");
        visitor.Page.QuerySelectorAll("main form button").Select(b => b.TextContent[..5]).ShouldBe(["Quick", "65 or"]);

        await visitor.FollowAsync(Tile(visitor, "Something else as well"));
        visitor.Text.ShouldContain("What else?");
        visitor.Text.ShouldContain("Chosen so far: Change the account holder");
        await visitor.FollowAsync(Tile(visitor, "New low-voltage"));
        visitor.Text.ShouldContain("2 errands");
        visitor.Page.QuerySelectorAll("main h3").Select(h => h.TextContent).ShouldBe(["Change the account holder", "Change the account holder, New low-voltage supply", "New low-voltage supply"], "a paper that both need stands there once");
        visitor.Page.QuerySelectorAll("main form button").Select(b => b.TextContent[..5]).ShouldBe(["Ordin", "65 or"], "with something longer in it, the visit is no quick one");

        await visitor.PressAsync("Ordinary");
        visitor.Page.QuerySelectorAll("dd").First(d => d.TextContent.Contains("Change the account holder")).TextContent.ShouldContain("New low-voltage");

        await visitor.GoAsync("/en/hall/centre/kiosk?errand=XFER&errand=NEW-LV");
        await visitor.FollowAsync(visitor.Page.QuerySelectorAll("a").First(a => a.GetAttribute("aria-label")?.StartsWith("Remove New") is true).GetAttribute("aria-label")!);
        visitor.Path.ShouldBe("/en/hall/centre/kiosk?errand=XFER");
    }

    [Fact]
    public async Task The_screen_offers_large_text_the_other_language_and_keeps_what_was_chosen()
    {
        await using var office = await TestOffice.OpenAsync();
        var visitor = await office.Visit().GoAsync("/hall/centre/kiosk?errand=XFER");
        await visitor.FollowAsync("字再大一點");
        visitor.Page.DocumentElement.ClassList.ShouldContain("gd-large");
        await visitor.FollowAsync("English");
        visitor.Page.DocumentElement.ClassList.ShouldContain("gd-large");
        visitor.Page.QuerySelector("h1")!.TextContent.ShouldStartWith("Change the account holder");
        visitor.Page.QuerySelector("[data-aloud]")!.HasAttribute("hidden").ShouldBeTrue("there is nothing to press where no voice speaks");
    }

    private static string Tile(Visitor visitor, string begins) =>
        string.Join(' ', visitor.Page.QuerySelectorAll("main a").First(a => a.TextContent.Trim().StartsWith(begins, StringComparison.Ordinal)).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public async Task At_night_the_screen_says_when_it_gives_tickets_and_keeps_what_was_chosen()
    {
        await using var office = await TestOffice.OpenAsync();
        office.Clock.Reset(Instant.FromUtc(2019, 6, 20, 14, 0));
        var visitor = await office.Visit().GoAsync("/en/hall/centre/kiosk?errand=PAY");
        await visitor.PressAsync(visitor.Page.QuerySelectorAll("main form button").First().TextContent);
        visitor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        visitor.Errors.Single().ShouldBe("No tickets are given now; today from 08:00 to 17:00.");
        visitor.Page.QuerySelector("h1")!.TextContent.ShouldContain("Pay");
        (await office.Visit().GoAsync("/en/hall/puzi/kiosk")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await office.Visit().GoAsync("/en/hall/centre/kiosk?errand=NONE")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_board_hears_of_a_call_and_whoever_comes_back_with_a_foreign_id_gets_the_present()
    {
        await using var office = await TestOffice.OpenAsync();
        var clerk = await office.OpenCounterAsync(3, "clerk");
        await office.TakeTicketAsync();
        using var cut = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var lines = Follow(office, "no-such-id", cut.Token);
        (await NextAsync(lines)).ShouldNotContain("1001");
        await office.InHallAsync(desk => desk.NextAsync("centre", 3, clerk));
        (await NextAsync(lines)).ShouldContain("1001");
        await lines.DisposeAsync();
    }

    [Fact]
    public async Task Every_ticket_every_call_and_every_day_gives_the_board_another_name_by_which_screens_know_that_they_must_be_drawn_anew()
    {
        await using var office = await TestOffice.OpenAsync();
        var clerk = await office.OpenCounterAsync(3, "clerk");
        var (empty, again) = (await NameAsync(), await NameAsync());
        await office.TakeTicketAsync();
        var waiting = await NameAsync();
        await office.InHallAsync(desk => desk.NextAsync("centre", 3, clerk));
        again.ShouldBe(empty, "nothing happened");
        var called = await NameAsync();
        office.Clock.Advance(Duration.FromDays(1));
        new[] { empty, waiting, called, await NameAsync() }.ShouldBeUnique("the board also shows which day it is");

        async Task<string> NameAsync() => JsonNode.Parse(await office.Api().GetStringAsync("/api/hall/centre/board"))!["id"]!.GetValue<string>();
    }

    [Fact]
    public async Task Boards_that_hear_of_the_same_state_are_given_one_drawing_and_whoever_looks_by_themselves_sees_the_present()
    {
        await using var office = await TestOffice.OpenAsync();
        foreach (var page in (string[])["/en/hall/centre/board", "/en/hall/centre/info"])
        {
            await office.TakeTicketAsync();
            var (one, own) = (await office.Api().GetStringAsync($"{page}?id=one"), await office.Api().GetStringAsync(page));
            await office.TakeTicketAsync();
            (await office.Api().GetStringAsync($"{page}?id=one")).ShouldBe(one);
            (await office.Api().GetStringAsync($"{page}?id=two")).ShouldNotBe(one);
            (await office.Api().GetStringAsync(page)).ShouldNotBe(own);
            (await office.Api().GetStringAsync($"{page[3..]}?id=one")).ShouldNotBe(one, "the other language is another drawing");
        }
    }

    private static async IAsyncEnumerable<string> LinesAsync(TestOffice office, string lastId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/hall/centre/board/stream");
        request.Headers.Add("Last-Event-ID", lastId);
        using var answer = await office.Api().SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(cancel));
        while (await reader.ReadLineAsync(cancel) is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal))
            {
                yield return line;
            }
        }
    }

    private static IAsyncEnumerator<string> Follow(TestOffice office, string lastId, CancellationToken cancel) => LinesAsync(office, lastId, cancel).GetAsyncEnumerator(cancel);

    private static async Task<string> NextAsync(IAsyncEnumerator<string> lines) => await lines.MoveNextAsync() ? lines.Current : "";
}
