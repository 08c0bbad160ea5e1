using System.Net;
using System.Text.Json.Nodes;
using GridDesk.Hall.Messages;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Hall.Messages;

/// <summary>Somebody writes what everybody in the hall is to know, somebody else approves it; it comes up by itself, and goes.</summary>
[Trait("store", "both")]
public sealed class MessagePageTests
{
    private const string List = "/en/desk/hall/messages";

    [Fact]
    public async Task A_message_is_written_approved_comes_up_at_its_start_is_changed_and_withdrawn()
    {
        await using var office = await TestOffice.OpenAsync();
        var (editor, head) = (await office.SignInAsync("editor"), await office.SignInAsync("head"));
        (await editor.GoAsync(List)).Text.ShouldContain("There is no message yet.");
        await (await editor.FollowAsync("Write a message")).FillMessage("明天中午停電", "No power tomorrow at noon", "11:00", "12:00").PressAsync("Save");
        editor.Text.ShouldContain("Saved: it waits for somebody else to approve it.");
        await ApproveAsync(head, "No power tomorrow at noon");
        head.Text.ShouldContain("Approved: it comes up by itself at its start.");
        head.Text.ShouldContain("To come");
        (await BoardAsync(office)).ShouldNotContain("No power");

        office.Clock.Advance(Duration.FromHours(1));
        (await BoardAsync(office)).ShouldContain("No power tomorrow at noon");
        (await office.Visit().GoAsync("/hall/centre/info")).Text.ShouldContain("明天中午停電");
        (await office.Api().GetStringAsync("/api/hall/centre/board")).ShouldContain("No power tomorrow at noon");

        (await editor.GoAsync(List)).Text.ShouldContain("Shown now");
        await editor.FollowAsync("No power tomorrow at noon");
        var second = await office.SignInAsync("editor");
        await second.GoAsync(editor.Path);
        editor.Fill("What it says, in English", "No power on Friday at noon").Choose("Running line").Choose("LCD television", false);
        (await editor.PressAsync("Save")).Text.ShouldContain("Changed: it waits for somebody else to approve it.");
        (await BoardAsync(office)).ShouldNotContain("No power", customMessage: "nobody has approved what it says now");
        await ApproveAsync(head, "No power on Friday at noon");
        (await office.Visit().GoAsync("/en/hall/centre/info")).Page.QuerySelector("[data-run]")!.TextContent.ShouldBe("No power on Friday at noon");

        second.Fill("What it says, in English", "Something else");
        await second.PressAsync("Save");
        second.Errors.Single().ShouldStartWith("Somebody else has just changed this message.");
        second.Page.QuerySelector("[name='Input.En']")!.TextContent.ShouldContain("Something else");

        await (await editor.GoAsync(List)).FollowAsync("No power on Friday at noon");
        (await editor.PressAsync("Withdraw it")).Text.ShouldContain("Withdrawn.");
        (await BoardAsync(office)).ShouldNotContain("No power");
        (await editor.FollowAsync("No power on Friday at noon")).Page.QuerySelectorAll("main form").ShouldBeEmpty("what is over can only be read");
    }

    [Fact]
    public async Task Nobody_approves_what_they_wrote_and_only_whoever_may_approves_at_all()
    {
        await using var office = await TestOffice.OpenAsync();
        var supervisor = await office.SignInAsync("supervisor");
        await (await supervisor.GoAsync($"{List}/new")).FillMessage("三號櫃檯今天休息", "Counter 3 is shut today", "09:00", "12:00").PressAsync("Save");
        await supervisor.FollowAsync("Counter 3 is shut today");
        supervisor.Text.ShouldContain("It is shown once somebody who may, and who did not write it, has approved it.");
        supervisor.Page.QuerySelectorAll("main button").ShouldNotContain(button => button.TextContent.Contains("Approve"));
        (await ApproveAnywayAsync(supervisor)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        supervisor.Errors.Single().ShouldBe("You wrote this yourself; somebody else has to approve it.");

        var editor = await office.SignInAsync("editor");
        await (await editor.GoAsync(List)).FollowAsync("Counter 3 is shut today");
        (await ApproveAnywayAsync(editor)).ShouldBe(HttpStatusCode.Forbidden);
        (await BoardAsync(office)).ShouldNotContain("Counter 3");
        var head = await office.SignInAsync("head");
        await ApproveAsync(head, "Counter 3 is shut today");
        (await BoardAsync(office)).ShouldContain("Counter 3 is shut today");
        (await head.GoAsync($"{List}/new")).Status.ShouldBe(HttpStatusCode.Forbidden, "whoever approves need not write");

        static async Task<HttpStatusCode> ApproveAnywayAsync(Visitor somebody)
        {
            somebody.Page.QuerySelector("main form")!.SetAttribute("action", $"{new Uri(somebody.Page.Url).AbsolutePath}?handler=Approve");
            return (await somebody.PressAsync("Save")).Status;
        }
    }

    [Fact]
    public async Task At_its_end_a_message_comes_down_by_itself_and_leaves_the_feed()
    {
        await using var office = await TestOffice.OpenAsync();
        var now = office.Clock.GetCurrentInstant();
        var message = await office.AnnounceAsync(now, Duration.FromHours(1), HallMedium.NoticeBoard, HallMedium.Television);
        await office.AnnounceAsync(now + Duration.FromHours(2), Duration.FromHours(1));
        (await BoardAsync(office)).ShouldContain("A typhoon is coming");
        var shown = (await FeedAsync(office)).Single()!;
        shown["id"]!.GetValue<Guid>().ShouldBe(message.Id);
        shown["media"]!.AsArray().Select(medium => medium!.GetValue<string>()).ShouldBe(["notice-board", "television"]);
        shown["text"]!["en"]!.GetValue<string>().ShouldBe("A typhoon is coming: keep a torch at hand.");
        shown["until"]!.GetValue<string>().ShouldBe("2019-06-20T03:00:00Z");

        office.Clock.Advance(Duration.FromHours(1));
        (await BoardAsync(office)).ShouldNotContain("A typhoon is coming");
        (await FeedAsync(office)).ShouldBeEmpty();
        (await office.Api().GetAsync("/api/hall/nowhere/messages")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_paper_is_printed_hung_up_and_taken_down()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.AnnounceAsync(office.Clock.GetCurrentInstant(), Duration.FromHours(1), HallMedium.NoticeBoard);
        (await BoardAsync(office)).ShouldNotContain("A typhoon is coming", customMessage: "it is meant for paper alone");
        var editor = await office.SignInAsync("editor");
        await (await editor.GoAsync(List)).FollowAsync("A typhoon is coming: keep a torch at hand.");
        await editor.FollowAsync("Print it");
        editor.Text.ShouldContain("颱風來襲，請備妥手電筒。");
        editor.Text.ShouldContain("To hang until 20 June 2019");
        await editor.FollowAsync("Back to the message");
        (await editor.PressAsync("It hangs now")).Text.ShouldContain("Noted: it hangs on the notice board.");
        office.Clock.Advance(Duration.FromHours(1));
        (await editor.GoAsync(List)).Text.ShouldContain("Take down from the notice board");
        await editor.FollowAsync("A typhoon is coming: keep a torch at hand.");
        (await editor.PressAsync("It was taken down")).Text.ShouldNotContain("Take down from the notice board");
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        await using var office = await TestOffice.OpenAsync();
        var editor = await office.SignInAsync("editor");
        await editor.GoAsync($"{List}/new");
        await editor.Choose("LCD television", false).FillMessage(new string('電', 81), " ", "noon", "17:00").PressAsync("Save");
        editor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        editor.Errors.ShouldBe(["Choose where it is shown; more than one may be chosen.", "At most 80 characters, and these are 81; more cannot be read from across the hall.", "Write what the message says.", "Enter a time like 08:00 or 1330."], ignoreOrder: true);
        editor.Page.QuerySelector("[name='Input.Zh']")!.TextContent.ShouldContain(new string('電', 81));
        editor.Page.QuerySelector("[name='Input.FromTime']")!.GetAttribute("value").ShouldBe("noon");

        await editor.Choose("LCD television").FillMessage("電", "Power", "17:00", "16:00").PressAsync("Save");
        editor.Errors.Single().ShouldBe("It must end after it begins.");
        await editor.FillMessage("電", "Power", "08:00", "09:00").PressAsync("Save");
        editor.Errors.Single().ShouldBe("This time is over; it would never be shown.");
        await editor.FillMessage(string.Concat(Enumerable.Repeat("𡍼", 80)), "Rare letters count once", "08:00", "12:00").PressAsync("Save");
        editor.Text.ShouldContain("Saved");
    }

    [Fact]
    public async Task Only_whoever_writes_or_approves_for_the_hall_sees_what_is_to_come()
    {
        await using var office = await TestOffice.OpenAsync();
        var message = await office.AnnounceAsync(office.Clock.GetCurrentInstant(), Duration.FromHours(1));
        var greeter = await office.SignInAsync("greeter");
        foreach (var page in (string[])[List, $"{List}/new", $"{List}/{message.Id}", $"{List}/{message.Id}/paper"])
        {
            (await greeter.GoAsync(page)).Status.ShouldBe(HttpStatusCode.Forbidden);
        }

        var editor = await office.SignInAsync("editor");
        (await editor.GoAsync($"{List}/{Guid.CreateVersion7()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await editor.GoAsync($"{List}/{message.Id}/paper")).Status.ShouldBe(HttpStatusCode.NotFound, "it is not meant for the notice board");
        (await office.Visit().GoAsync("/hall/nowhere/info")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_board_says_how_many_wait_and_when_one_could_come_instead()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.OpenCounterAsync(3, "clerk");
        await office.TakeTicketAsync();
        var board = await office.Visit().GoAsync("/en/hall/centre/info");
        board.Text.ShouldContain("Welcome. Please take a ticket");
        board.Page.QuerySelector(".gd-b__wait dd")!.TextContent.ShouldBe("1");
        board.Page.QuerySelector(".gd-b__free")!.TextContent.ShouldContain("Consultation room");
        board.Page.QuerySelector("[data-stale]")!.GetAttribute("data-stale").ShouldBe("The line is cut: this may not be the present state.");
    }

    private static async Task ApproveAsync(Visitor somebody, string message)
    {
        await (await somebody.GoAsync(List)).FollowAsync(message);
        await somebody.PressAsync("Approve it");
    }

    private static async Task<JsonArray> FeedAsync(TestOffice office) => JsonNode.Parse(await office.Api().GetStringAsync("/api/hall/centre/messages"))!["messages"]!.AsArray();

    private static async Task<string> BoardAsync(TestOffice office) => (await office.Visit().GoAsync("/en/hall/centre/info")).Text;
}
