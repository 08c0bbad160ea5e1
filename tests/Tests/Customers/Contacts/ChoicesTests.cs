using System.Net;
using GridDesk.Customers.Contacts;
using GridDesk.Kernel.Data;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests;

namespace GridDesk.Tests.Customers.Contacts;

/// <summary>The holder of an address decides without signing in, and it holds at once.</summary>
[Trait("store", "both")]
public sealed class ChoicesTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task By_the_link_in_a_message_somebody_stops_one_thing_then_everything_and_takes_it_back()
    {
        var account = DeskWork.Number("1905333001");
        var point = await office.ConsentAsync("0933-444-001", account);
        var customer = await office.Visit().GoAsync($"/en/contacts/{point.Token}");
        customer.Text.ShouldContain("09＊＊-＊＊＊-001");
        customer.Text.ShouldNotContain("444");
        customer.Text.ShouldNotContain(account);
        customer.Text.ShouldContain("account 19-05-＊＊＊＊-01-");

        await customer.PressAsync("Stop: Payment reminders");
        customer.Text.ShouldContain("Stopped. From now on nothing is sent");
        (await AnswerAsync("0933-444-001", "payment-reminder")).ShouldBe(ContactVerdict.Withdrawn);
        (await AnswerAsync("0933-444-001", "case-news")).ShouldBe(ContactVerdict.Yes);

        await customer.PressAsync("Stop everything");
        (await AnswerAsync("0933-444-001", "case-news")).ShouldBe(ContactVerdict.Withdrawn);
        customer.Page.QuerySelectorAll("button").ShouldAllBe(button => !button.TextContent.Contains("Stop everything"));

        await customer.PressAsync("Send them after all: Payment reminders");
        (await AnswerAsync("0933-444-001", "payment-reminder")).ShouldBe(ContactVerdict.Yes);
        (await AnswerAsync("0933-444-001", "case-news")).ShouldBe(ContactVerdict.Withdrawn);
        (await office.WithAsync<ContactDirectory, ILookup<string, ReachableAnswer>>(d => d.ReachAsync([account], "payment-reminder")))[account].Count().ShouldBe(1, "for the same account as before");
        var history = (await PointAsync(point.Id)).Consents.Where(c => c.Purpose == "payment-reminder").OrderBy(c => c.Id).ToList();
        history.Select(c => (c.GivenWay, c.WithdrawnWay)).ShouldBe([(ContactWay.Counter, ContactWay.Link), (ContactWay.Link, null)], ignoreOrder: true);
    }

    [Fact]
    public async Task They_choose_language_and_quiet_hours_and_what_is_wrong_is_said_at_its_field()
    {
        var point = await office.ConsentAsync("0933-444-002", DeskWork.Number("1905333002"));
        var customer = await office.Visit().GoAsync($"/en/contacts/{point.Token}");
        await customer.Choose("English").Fill("No messages from", "19:00").Fill("until", "19:00").PressAsync("Save");
        customer.FieldError("Input.QuietUntil").ShouldContain("cannot begin and end at the same time");
        await customer.Fill("until", "10:00").PressAsync("Save");
        customer.Text.ShouldContain("Saved.");
        var kept = await PointAsync(point.Id);
        (kept.Language, $"{kept.Quiet}").ShouldBe((Language.English, "19:00-10:00"));
    }

    [Fact]
    public async Task Looking_withdraws_nothing_and_one_post_of_a_mail_program_withdraws_what_the_mail_was_for()
    {
        var path = await office.WithAsync<ContactDirectory, string?>(d => Task.FromResult(d.StopPathOf("Stop@Example.org", "case-news")));
        var robot = await office.Visit().GoAsync(path!);
        robot.Path.ShouldStartWith("/contacts/");
        robot.Path.ShouldNotContain("stop");
        (await AnswerAsync("stop@example.org", "case-news", ContactKind.Email)).ShouldBe(ContactVerdict.Yes);

        for (var times = 0; times < 2; times++)
        {
            (await office.Api().PostAsync(path, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]))).StatusCode.ShouldBe(HttpStatusCode.NoContent, "pressed twice it is the same");
        }

        (await AnswerAsync("stop@example.org", "case-news", ContactKind.Email)).ShouldBe(ContactVerdict.Withdrawn);
        (await AnswerAsync("stop@example.org", "care", ContactKind.Email)).ShouldBe(ContactVerdict.Yes);
    }

    [Theory]
    [InlineData("/en/contacts/AAAAAAAAAAAAAAAAAAAAAA"), InlineData("/en/contacts/stop/CfDJ8nonsense"), InlineData("/en/contacts/%E2%80%AE")]
    public async Task A_link_that_we_did_not_make_opens_nothing(string path)
    {
        var stranger = await office.Visit().GoAsync(path);
        stranger.Status.ShouldBe(HttpStatusCode.NotFound);
        ((int)(await office.Api().PostAsync(path, new FormUrlEncodedContent([]))).StatusCode).ShouldBeInRange(400, 404);
    }

    private async Task<ContactVerdict> AnswerAsync(string address, string purpose, ContactKind kind = ContactKind.Phone) =>
        (await office.WithAsync<ContactDirectory, ContactAnswer>(d => d.MayAsync(kind, address, purpose, office.Clock.GetCurrentInstant()))).Verdict;

    private Task<ContactPoint> PointAsync(Guid id) => office.WithAsync<ContactDesk, ContactPoint>(desk => desk.GetAsync(id));
}
