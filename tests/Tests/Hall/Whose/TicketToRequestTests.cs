using GridDesk.Hall;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests;
using Microsoft.EntityFrameworkCore;

namespace GridDesk.Tests.Hall.Whose;

/// <summary>What a called visitor comes for becomes a request in one step, and the time at the counter stands in its history.</summary>
[Trait("store", "both")]
public sealed class TicketToRequestTests
{
    [Fact]
    public async Task The_counter_screen_opens_filled_in_the_request_knows_the_ticket_and_the_ticket_is_done_with_it()
    {
        await using var office = await TestOffice.OpenAsync();
        var known = await office.KnowAsync();
        var phone = await WhoseTicketTests.TakeAsync(office, "ADDR", "Ordinary");
        await phone.GoAsync(phone.Path.Replace("?code", "/who?code"));
        await phone.Fill("Case number", known.Accounts[0].Number).Fill("Code, or the last 3", string.Concat(known.Phone.Where(char.IsAsciiDigit))[^3..]).PressAsync("Link it to my number");
        var clerk = await WhoseTicketTests.CallAsync(office, 3);
        office.Clock.Advance(Duration.FromMinutes(7));

        await clerk.PressAsync("Take in: Correct the mailing address");
        clerk.Path.ShouldStartWith("/en/desk/intake/ADDR");
        clerk.Page.QuerySelector("[name='electricityNumber']")!.GetAttribute("value").ShouldBe(known.Accounts[0].Number);
        clerk.Page.QuerySelector("[name='applicant.name']")!.GetAttribute("value").ShouldBe(known.Name);
        await clerk.PressAsync("Take papers in only");
        clerk.Text.ShouldContain("Papers taken in");
        await clerk.GoAsync(((AngleSharp.Html.Dom.IHtmlAnchorElement)clerk.Page.QuerySelectorAll("main a").Single(a => a.TextContent.Contains("Back to the queue"))).Href);
        clerk.Text.ShouldContain("Counter 3");
        clerk.Text.ShouldNotContain("Ticket 1001");

        await office.WithAsync<OfficeDb>(async db =>
        {
            var (ticket, request) = (await db.Set<Ticket>().SingleAsync(), await db.Set<ServiceRequest>().SingleAsync());
            (ticket.State, ticket.Outcome, ticket.Filed.Single().Request).ShouldBe((TicketState.Done, TicketOutcome.Done, request.Key));
            var names = await db.Set<RecordedEvent>().Where(e => e.Subject == request.Key || e.Subject == ticket.Key).Select(e => e.Name).ToListAsync();
            names.ShouldContain("request.served-at-counter");
            names.ShouldContain("ticket.filed");
            (await clerk.GoAsync($"/en/desk/requests/{request.Id}")).Text.ShouldContain("Served at counter 3 for 7 min");
        });
    }

    [Fact]
    public async Task Of_two_errands_each_has_its_time_and_the_visit_ends_with_the_second()
    {
        await using var office = await TestOffice.OpenAsync();
        await WhoseTicketTests.TakeAsync(office, "ADDR&errand=EBILL", "Ordinary");
        var clerk = await WhoseTicketTests.CallAsync(office, 3);
        office.Clock.Advance(Duration.FromMinutes(5));
        await FileAsync(clerk, "Take in: Correct the mailing address");
        await clerk.GoAsync("/en/desk/hall");
        clerk.Text.ShouldContain("Ticket 1001");
        clerk.Text.ShouldContain("Correct the mailing address: filed");
        office.Clock.Advance(Duration.FromMinutes(2));
        await FileAsync(clerk, "Take in: E-bill");
        (await clerk.GoAsync("/en/desk/hall")).Text.ShouldNotContain("Ticket 1001");
        await office.WithAsync<OfficeDb>(async db => (await db.Set<RecordedEvent>().Where(e => e.Name == "ticket.filed").OrderBy(e => e.Version).Select(e => e.Body).ToListAsync())
            .Select(body => System.Text.Json.JsonDocument.Parse(body).RootElement.GetProperty("served").GetInt32()).ShouldBe([300, 120]));
    }

    [Fact]
    public async Task An_unfinished_one_of_the_same_service_is_not_overwritten_and_a_ticket_of_another_counter_is_not_touched()
    {
        await using var office = await TestOffice.OpenAsync();
        await WhoseTicketTests.TakeAsync(office, "ADDR", "Ordinary");
        var clerk = await WhoseTicketTests.CallAsync(office, 3);
        await clerk.GoAsync("/en/desk/intake/ADDR");
        await clerk.Fill("Applicant", "李大同").PressAsync("Check");
        await clerk.GoAsync("/en/desk/hall");
        await clerk.PressAsync("Take in: Correct the mailing address");
        clerk.Errors.Single().ShouldStartWith("You have an unfinished one of this service");

        // Somebody types the key of a colleague's ticket into their own form.
        var supervisor = await office.SignInAsync("supervisor");
        await supervisor.GoAsync("/en/desk/intake/ADDR");
        var ticket = await office.WithAsync<OfficeDb, string>(async db => (await db.Set<Ticket>().SingleAsync()).Key);
        ((AngleSharp.Html.Dom.IHtmlInputElement)supervisor.Page.QuerySelector("input[name=origin]")!).Value = ticket;
        await supervisor.Fill("Applicant", "王小明").Fill("Telephone", "05-222-3333").Fill("Electricity number", DeskWork.Number("1905000777")).PressAsync("Take papers in only");
        await office.WithAsync<OfficeDb>(async db => (await db.Set<Ticket>().SingleAsync()).State.ShouldBe(TicketState.Called));
    }

    private static async Task FileAsync(Visitor clerk, string button)
    {
        await clerk.PressAsync(button);
        await clerk.Fill("Applicant", "王小明").Fill("Telephone", "05-222-3333").Fill("Electricity number", DeskWork.Number("1905000777")).PressAsync("Take papers in only");
        clerk.Text.ShouldContain("Papers taken in");
    }
}
