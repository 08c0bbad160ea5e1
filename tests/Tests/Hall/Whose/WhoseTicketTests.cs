using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using GridDesk.Hall;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Staff.Access;
using GridDesk.Tests.Hall.Roster;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests;
using GridDesk.Tests.Requests.Rules;
using Microsoft.EntityFrameworkCore;

namespace GridDesk.Tests.Hall.Whose;

/// <summary>A visitor, or the clerk, says whose a ticket is; on the call the counter has everything open.</summary>
[Trait("store", "both")]
public sealed class WhoseTicketTests
{
    [Fact]
    public async Task A_visitor_links_the_case_on_the_slip_and_the_counter_sees_who_it_is_and_what_was_promised()
    {
        await using var office = await TestOffice.OpenAsync();
        var filed = await office.FileAsync(OfficeCases.Transfer("陳美玲"));
        var (phone, code) = (await TakeAsync(office), await office.WithAsync<GridDesk.Requests.RequestDesk, string>(desk => desk.CodeOfAsync(filed)));
        await phone.FollowAsync("Link your case or account, and the counter can prepare");
        await phone.Fill("Case number", filed.Name).Fill("Code, or the last 3", code).PressAsync("Link it to my number");
        phone.Text.ShouldContain("Linked to your records");

        var clerk = await CallAsync(office);
        clerk.Text.ShouldContain("陳美玲");
        clerk.Text.ShouldContain(filed.Number!);
        clerk.Text.ShouldContain("Day told");
        await office.WithAsync<OfficeDb>(async db => (await db.Set<AccessEntry>().CountAsync(a => a.Subject == filed.Key && a.Page == "/desk/hall" && a.Purpose == "ticket 2001")).ShouldBeGreaterThan(0));

        await clerk.PressAsync("Not this person");
        clerk.Text.ShouldNotContain("陳美玲");
        clerk.Text.ShouldContain("Who is this?");
    }

    [Fact]
    public async Task An_account_is_linked_by_its_number_and_the_last_digits_of_the_telephone_and_taken_away_again()
    {
        await using var office = await TestOffice.OpenAsync();
        var known = await office.KnowAsync();
        var phone = await TakeAsync(office);
        await phone.GoAsync(phone.Path.Replace("?code", "/who?code"));
        await phone.Fill("Case number", known.Accounts[0].Number).Fill("Code, or the last 3", string.Concat(known.Phone.Where(char.IsAsciiDigit))[^3..]).PressAsync("Link it to my number");
        var clerk = await CallAsync(office);
        clerk.Text.ShouldContain(known.Name);
        await phone.GoAsync(phone.Path.Replace("?code", "/who?code"));
        await phone.PressAsync("Take the link away");
        (await clerk.GoAsync("/en/desk/hall")).Text.ShouldNotContain(known.Name);
    }

    [Fact]
    public async Task A_wrong_code_is_refused_with_a_sentence_keeps_what_was_typed_and_cannot_be_guessed()
    {
        await using var office = await TestOffice.OpenAsync();
        var (filed, known, phone) = (await office.FileAsync(OfficeCases.Transfer("陳美玲")), await office.KnowAsync(), await TakeAsync(office));
        await phone.GoAsync(phone.Path.Replace("?code", "/who?code"));
        await phone.PressAsync("Link it to my number");
        phone.Errors.Count.ShouldBe(2);
        await phone.Fill("Case number", filed.Name).Fill("Code, or the last 3", "WRONG999").PressAsync("Link it to my number");
        phone.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        phone.Errors.Single().ShouldStartWith("They do not match");
        phone.Page.QuerySelector("input[name=Number]")!.GetAttribute("value").ShouldBe(filed.Name);

        var right = string.Concat(known.Phone.Where(char.IsAsciiDigit))[^3..];
        foreach (var guess in Enumerable.Range(0, 5).Select(g => $"{(int.Parse(right) + 1 + g) % 1000:000}"))
        {
            await phone.Fill("Case number", known.Accounts[0].Number).Fill("Code, or the last 3", guess).PressAsync("Link it to my number");
            phone.Errors.Single().ShouldStartWith("They do not match");
        }

        await phone.Fill("Code, or the last 3", right).PressAsync("Link it to my number");
        phone.Errors.Single().ShouldStartWith("They do not match", Case.Sensitive, "five wrong guesses close this way for the day");
        await office.WithAsync<OfficeDb>(async db => (await db.Set<Ticket>().SingleAsync()).Whose.ShouldBeNull());
    }

    [Fact]
    public async Task A_clerk_says_whose_the_called_ticket_is_and_one_who_sees_no_personal_data_is_told_so()
    {
        await using var office = await TestOffice.OpenAsync();
        var (known, _) = (await office.KnowAsync(), await TakeAsync(office));
        var clerk = await CallAsync(office);
        await clerk.Fill("Case number", "12345678901").PressAsync("Link it to the ticket");
        clerk.Errors.ShouldNotBeEmpty();
        await clerk.Fill("Case number", known.Accounts[0].Number).PressAsync("Link it to the ticket");
        clerk.Text.ShouldContain(known.Name);
        clerk.Text.ShouldContain("No open case.");
        await clerk.PressAsync("Finished");
        await clerk.PressAsync("Close the counter");

        await office.CertifyAsync("volunteer");
        await office.PlanAsync("counter-3", "volunteer", null, 12, 13);
        office.Clock.Reset(Instant.FromUtc(2019, 6, 20, 4, 10));
        await TakeAsync(office);
        var volunteer = await office.SignInAsync("volunteer");
        await volunteer.GoAsync("/en/desk/hall");
        await volunteer.PressAsync("Open counter 3");
        await volunteer.PressAsync("Call the next");
        volunteer.Text.ShouldNotContain("Who is this?");
        var button = volunteer.Page.QuerySelector<IHtmlButtonElement>("button[value=recall]")!;
        var number = volunteer.Page.CreateElement("input");
        number.SetAttribute("name", "Number");
        number.SetAttribute("value", known.Accounts[0].Number);
        button.Form!.AppendChild(number);
        button.SetAttribute("value", "link");
        await volunteer.PressAsync("Call again");
        volunteer.Status.ShouldBe(HttpStatusCode.Forbidden);
        volunteer.Text.ShouldContain("Your roles do not allow this.");
        await office.WithAsync<OfficeDb>(async db => (await db.Set<Ticket>().SingleAsync(t => t.State == TicketState.Called)).Whose.ShouldBeNull());
    }

    [Fact]
    public async Task A_greeter_looks_at_the_papers_and_the_counter_knows_what_was_missing()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.OpenCounterAsync(3, "clerk");
        var greeter = await office.SignInAsync("greeter");
        await greeter.GoAsync("/en/desk/greet");
        await greeter.FollowAsync("Look at the papers, give a ticket");
        await greeter.FollowAsync("New low-voltage supply");
        await greeter.FollowAsync("Something else as well");
        await greeter.FollowAsync("E-bill");
        await greeter.PressAsync("Give the ticket");
        greeter.Errors.Single().ShouldBe("Choose which kind of ticket.");
        await greeter.Choose("Drawing of the wiring inside").Choose("Ordinary").PressAsync("Give the ticket");
        greeter.Page.QuerySelector("h1")!.TextContent.ShouldContain("1001");

        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/hall");
        await clerk.PressAsync("Call the next");
        clerk.Text.ShouldContain("missing: One paper that shows the building is lawful or yours");
        (await greeter.GoAsync("/en/desk/greet?done=true")).Text.ShouldContain("Written down: 1 today.");
    }

    internal static async Task<Visitor> TakeAsync(TestOffice office, string errand = "XFER", string line = "Quick")
    {
        var phone = await office.Visit().GoAsync($"/en/hall/centre/kiosk?errand={errand}");
        return await phone.PressAsync(line);
    }

    internal static async Task<Visitor> CallAsync(TestOffice office, int counter = 1)
    {
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/hall");
        await clerk.PressAsync($"Open counter {counter}");
        return await clerk.PressAsync("Call the next");
    }
}
