using System.Net;
using GridDesk.Kernel.Data;
using GridDesk.Requests;
using GridDesk.Requests.Intake;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Requests.Intake;

[Trait("store", "both")]
public sealed class CounterTests(TestOffice office) : IClassFixture<TestOffice>
{
    private static readonly byte[] Pdf = "%PDF-1.4 a scan"u8.ToArray();

    [Fact]
    public async Task A_clerk_takes_in_a_request_for_a_known_customer_and_types_nothing_that_is_known()
    {
        var known = await office.KnowAsync();
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/intake");
        await clerk.Fill("Service", "eb").Fill("Customer", known.Accounts[0].Number).PressAsync("Begin");

        clerk.Path.ShouldStartWith("/en/desk/intake/EBILL");
        clerk.Path.ShouldNotContain(known.Accounts[0].Number);
        (clerk.Typed("applicant.name"), clerk.Typed("applicant.phone"), clerk.Typed("electricityNumber")).ShouldBe(("陳玉蘭", "0912-345-678", known.Accounts[0].Number));
        (await office.LooksAsync("clerk", known.Key)).ShouldBe(1);

        await clerk.Choose("Go back to paper").PressAsync("Accept");

        clerk.Status.ShouldBe(HttpStatusCode.OK);
        clerk.Path.ShouldStartWith("/en/desk/intake/taken/");
        clerk.Text.ShouldContain("Accepted");
        clerk.Text.ShouldContain("CY108-");
        var request = await office.ReadAsync(Guid.Parse(clerk.Path.Split('/')[^1]));
        (request.Channel, request.Status, request.Owner).ShouldBe((Channel.Counter, RequestStatus.InProgress, $"{await office.IdOfAsync("clerk")}"));
        (await CounterHelpTests.DraftAsync(office, "clerk", "EBILL")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_by_telephone_counts_from_when_it_was_received()
    {
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/intake/EBILL");
        await clerk.Fill("Electricity number", DeskWork.Number("1905000777")).Fill("Applicant", "吳珍").Fill("Telephone", "05-222-1234")
            .Choose("Go back to paper").Fill("Channel", "Phone").Fill("Received at", "1080619 1630").PressAsync("Accept");

        var request = await office.ReadAsync(Guid.Parse(clerk.Path.Split('/')[^1]));
        request.Channel.ShouldBe(Channel.Phone);
        request.ReceivedAt.ShouldBe(Instant.FromUtc(2019, 6, 19, 8, 30));
        request.KeyedAt.ShouldBe(office.Clock.GetCurrentInstant());
        await clerk.GoAsync($"/en/desk/requests/{request.Id}");
        clerk.Text.ShouldContain("19 June, 16:30");
        clerk.Text.ShouldContain("keyed in");
    }

    [Fact]
    public async Task Papers_for_a_service_that_is_not_offered_are_answered_with_a_page_that_says_so()
    {
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/intake/EBILL");
        foreach (var (element, address) in clerk.Page.All.SelectMany(e => e.Attributes.Where(a => a.Name is "action" or "formaction").Select(a => (e, a))).ToList())
        {
            element.SetAttribute(address.Name, address.Value.Replace("EBILL", "NOSUCH", StringComparison.OrdinalIgnoreCase));
        }

        await clerk.PressAsync("Accept");

        clerk.Status.ShouldBe(HttpStatusCode.NotFound);
        clerk.Text.ShouldContain("There is no such service");
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/intake/XFER");
        await clerk.Fill("Electricity number", DeskWork.Number("1905000778")).Fill("Applicant", "郭宏").Fill("Telephone", "0912-000-111")
            .Choose("Rented").PressAsync("Accept", ("Scan", "lease.pdf", Pdf));

        clerk.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        clerk.FieldError("answers.holderKind").ShouldContain("take the papers in only");
        clerk.FieldError("papers.relation").ShouldContain("has not been seen");
        clerk.Typed("applicant.name").ShouldBe("郭宏");
        clerk.Text.ShouldContain("lease.pdf");

        await clerk.PressAsync("Take papers in only");
        clerk.Text.ShouldContain("Papers taken in");
        clerk.Text.ShouldContain("CYP108-");
        var request = await office.ReadAsync(Guid.Parse(clerk.Path.Split('/')[^1]));
        request.Status.ShouldBe(RequestStatus.PreReceived);
        request.Documents.Count.ShouldBe(1);
        request.Documents[0].Upload.ShouldNotBeNull();
    }

    [Fact]
    public async Task Papers_seen_at_the_counter_make_a_change_of_holder_complete()
    {
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/intake/XFER");
        await clerk.Fill("Electricity number", DeskWork.Number("1905000779")).Fill("Applicant", "許昌").Fill("Telephone", "0912-000-112")
            .Choose("A person", isChecked: true).Choose("Rented").PressAsync("Check");
        ((AngleSharp.Html.Dom.IHtmlInputElement)clerk.Page.QuerySelector("[name='answers.holderKind'][value=person]")!).IsChecked = true;
        ((AngleSharp.Html.Dom.IHtmlInputElement)clerk.Page.QuerySelector("[name='answers.fromDate.year']")!).Value = "1080620";
        ((AngleSharp.Html.Dom.IHtmlInputElement)clerk.Page.QuerySelector("[name='papers.identity']")!).IsChecked = true;
        ((AngleSharp.Html.Dom.IHtmlInputElement)clerk.Page.QuerySelector("[name='papers.relation']")!).IsChecked = true;
        await clerk.Fill("The new holder’s identity number", "A123456789").PressAsync("Accept");

        clerk.Errors.ShouldBeEmpty();
        var request = await office.ReadAsync(Guid.Parse(clerk.Path.Split('/')[^1]));
        request.Number.ShouldNotBeNull();
        request.Particulars.Answers["fromDate"]!.GetValue<string>().ShouldBe("2019-06-20");
    }

    [Theory]
    [InlineData("volunteer", "Take in"), InlineData("greeter", "Search"), InlineData("clerk", "Take in"), InlineData("clerk", "Search")]
    public async Task Whoever_may_use_a_page_finds_it_in_the_navigation(string role, string section)
    {
        var person = await office.SignInAsync(role);
        await person.GoAsync("/en/desk");
        await person.GoAsync(person.Page.QuerySelectorAll(".gd-nav a").Single(a => a.TextContent == section).GetAttribute("href")!);
        person.Status.ShouldBe(HttpStatusCode.OK);
        person.Page.QuerySelector(".gd-nav [aria-current]")!.TextContent.ShouldBe(section);
    }

    [Theory]
    [InlineData("1080619 0930", "2019-06-19T01:30:00Z")]
    [InlineData("0930", "2019-06-20T01:30:00Z")]
    [InlineData("108年6月18日 14:05", "2019-06-18T06:05:00Z")]
    [InlineData("２０１９－０６－１８", "2019-06-18T00:00:00Z")]
    public async Task A_clerk_types_a_time_as_people_write_it(string typed, string expected)
    {
        await Task.CompletedTask;
        var calendar = ((GridDesk.Kernel.Pack.PackInForce)office.App.Services.GetService(typeof(GridDesk.Kernel.Pack.PackInForce))!).Calendar;
        ReceivedTime.Read(typed, calendar, office.Clock.GetCurrentInstant()).ShouldBe(NodaTime.Text.InstantPattern.ExtendedIso.Parse(expected).Value);
    }
}
