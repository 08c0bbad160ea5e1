using System.Net;
using GridDesk.Customers.Contacts;
using GridDesk.Kernel.Data;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests;

namespace GridDesk.Tests.Customers.Contacts;

/// <summary>A customer at the counter or on the telephone says what may be sent.</summary>
[Trait("store", "both")]
public sealed class ContactPageTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task A_clerk_writes_down_a_number_for_an_account_finds_it_again_and_withdraws()
    {
        var account = DeskWork.Number("1905222001");
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/contacts");
        await clerk.Fill("Telephone, e-mail or electricity number", account).PressAsync("Look up");
        clerk.Text.ShouldContain("Nobody has left an address for this account");
        clerk.Typed("Input.ElectricityNumber").ShouldBe(account);
        await clerk.Fill("Telephone or e-mail", "0922 333 444").Choose("The customer agrees to payment reminders").PressAsync("Write down");
        clerk.Text.ShouldContain("0922-333-444");
        clerk.Text.ShouldContain("At the counter");
        clerk.Page.QuerySelectorAll("button").ShouldContain(b => b.TextContent.StartsWith("One more account"), "who agreed already agrees for another one");
        var point = await PointAsync("0922-333-444");
        (await office.LooksAsync("clerk", point.Key)).ShouldBe(1);
        clerk.Path.ShouldNotContain("0922");

        await clerk.GoAsync("/en/desk/contacts");
        await clerk.Fill("Telephone, e-mail or electricity number", account).PressAsync("Look up");
        clerk.Text.ShouldContain("09＊＊-＊＊＊-444");
        clerk.Text.ShouldNotContain("0922-333-444");

        var agent = await office.SignInAsync("callcentre");
        await agent.GoAsync("/en/desk/contacts");
        await agent.Fill("Telephone, e-mail or electricity number", "0922333444").PressAsync("Look up");
        agent.Path.ShouldStartWith($"/en/desk/contacts/{point.Id}");
        await agent.PressAsync("No more Payment reminders");
        agent.Text.ShouldContain("it holds at once");
        agent.Text.ShouldContain("Call centre, ");
        (await office.WithAsync<ContactDirectory, ContactAnswer>(d => d.MayAsync(ContactKind.Phone, "0922-333-444", "payment-reminder", office.Clock.GetCurrentInstant()))).Verdict.ShouldBe(ContactVerdict.Withdrawn);

        await agent.Fill("Electricity number", account).PressAsync("Agrees Payment reminders");
        agent.Text.ShouldContain("Recorded");
        (await PointAsync("0922-333-444")).Consents.Count.ShouldBe(2);
        await agent.PressAsync("Nothing at all");
        (await PointAsync("0922-333-444")).Consents.ShouldAllBe(c => !c.Stands);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/contacts");
        await clerk.Fill("Telephone, e-mail or electricity number", "1234").PressAsync("Look up");
        clerk.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        clerk.FieldError("Find").ShouldContain("telephone number");
        await clerk.Fill("Telephone or e-mail", "lan\u202E@example.org").Fill("Electricity number", "123").PressAsync("Write down");
        clerk.FieldError("Input.ElectricityNumber").ShouldNotBeEmpty("both mistakes are said at once");
        clerk.FieldError("Input.Address").ShouldContain("e-mail address");
        await clerk.Fill("Telephone or e-mail", "lan2@example.org").Fill("Electricity number", "").Choose("The customer agrees to payment reminders").PressAsync("Write down");
        clerk.FieldError("Input.ElectricityNumber").ShouldContain("Give the electricity number");
        clerk.Typed("Input.Address").ShouldBe("lan2@example.org");
    }

    [Fact]
    public async Task Language_and_quiet_hours_are_kept_and_two_who_change_at_once_are_told()
    {
        var point = await office.ConsentAsync("0922-333-555", DeskWork.Number("1905222002"));
        var (clerk, other) = (await office.SignInAsync("clerk"), await office.SignInAsync("supervisor"));
        await clerk.GoAsync($"/en/desk/contacts/{point.Id}");
        await other.GoAsync($"/en/desk/contacts/{point.Id}");
        await clerk.Choose("English").Choose("Recorded call").Fill("No messages from", "20:00").PressAsync("Save");
        clerk.FieldError("Input.QuietUntil").ShouldContain("when the quiet hours end");
        await clerk.Fill("until", "09:00").PressAsync("Save");
        clerk.Text.ShouldContain("Recorded");
        var kept = await PointAsync("0922-333-555");
        (kept.Language, $"{kept.Quiet}", kept.PrefersCall).ShouldBe((Language.English, "20:00-09:00", true));

        await other.PressAsync("No more Payment reminders");
        other.Status.ShouldBe(HttpStatusCode.Conflict);
        other.Errors.ShouldContain(error => error.Contains("Somebody else has just changed this address"));
        await other.PressAsync("No more Payment reminders");
        other.Text.ShouldContain("it holds at once");
    }

    [Theory]
    [InlineData("handler"), InlineData("auditor"), InlineData("volunteer"), InlineData("admin")]
    public async Task Whoever_does_not_serve_customers_does_not_see_addresses(string role) =>
        (await (await office.SignInAsync(role)).GoAsync("/en/desk/contacts")).Status.ShouldBe(HttpStatusCode.Forbidden);

    private Task<ContactPoint> PointAsync(string address) => office.WithAsync<OfficeDb, ContactPoint>(db => db.ContactPoints.Include(p => p.Consents).SingleAsync(p => p.Address == address));
}
