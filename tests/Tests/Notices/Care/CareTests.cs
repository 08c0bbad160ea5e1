using System.Net;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Notices.Care;
using GridDesk.Requests.Chasing;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests;

namespace GridDesk.Tests.Notices.Care;

/// <summary>Material asked for by telephone on the desk: entered, sent, called about; by whom, and who sees what.</summary>
[Trait("store", "both")]
public sealed class CareTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task A_clerk_enters_it_sends_it_and_the_customer_says_on_the_telephone_that_it_came()
    {
        office.Clock.Reset(Instant.FromUtc(2019, 6, 20, 2, 0));
        var clerk = await office.SignInAsync("clerk");
        await EnterAsync(clerk, "陳玉蘭");
        clerk.Text.ShouldContain("Entered as M108-");
        await clerk.OpenAsync("It was sent");
        await clerk.PressAsync("Save");
        clerk.Text.ShouldContain("The list says on 25 June that the customer is to be called.");
        var (id, number) = (IdOf(clerk), clerk.Page.QuerySelector(".gd-cap")!.TextContent.Split(',')[0]);
        (await clerk.GoAsync("/en/desk/care-calls?show=call")).Text.ShouldNotContain(number);

        office.Clock.Reset(Instant.FromUtc(2019, 6, 25, 1, 0));
        clerk = await office.SignInAsync("clerk");
        (await clerk.GoAsync("/en/desk/care-calls?show=call")).Text.ShouldContain(number);
        clerk.Text.ShouldContain("Call today");
        await clerk.FollowAsync(number);
        await clerk.OpenAsync("Called the customer");
        await clerk.PressAsync("Save");
        clerk.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        clerk.Errors.ShouldBe(["Choose what the call found out."]);
        await clerk.Choose("It arrived").PressAsync("Save");
        clerk.Text.ShouldContain("Called: it arrived");
        clerk.Page.QuerySelectorAll("main a[data-key]").ShouldBeEmpty("nothing is left to do");

        var told = string.Join(' ', (await office.WithAsync<EventLog, IReadOnlyList<Happening>>(log => log.HistoryAsync(CareCall.KeyOf(id)))).Select(h => h.Event.ToString()));
        told.ShouldContain("Received");
        told.ShouldNotContain("陳玉蘭");
        told.ShouldNotContain("民族路");
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/care-calls/new");
        await clerk.Fill("Telephone", "12").Choose("E-mail").Fill("Where to", "nobody").PressAsync("Enter it");
        clerk.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        clerk.FieldError("Name").ShouldEndWith("Write the customer’s name, in at most 100 characters.");
        clerk.FieldError("Materials").ShouldEndWith("Choose what the customer wants.");
        clerk.FieldError("Phone").ShouldNotBeEmpty();
        clerk.FieldError("To").ShouldNotBeEmpty();
        clerk.Typed("To").ShouldBe("nobody");
        await clerk.GoAsync("/en/desk/care-calls/new");
        await clerk.Fill("Customer’s name", "x").Fill("Telephone", "0912-345-678").Choose("Table of rates").Choose("Post").PressAsync("Enter it");
        clerk.FieldError("To").ShouldEndWith("Write the postal address, in at most 300 characters.");
        await clerk.GoAsync("/en/desk/care-calls/new");
        await clerk.Fill("Customer’s name", "林自取").Fill("Telephone", "0912-345-678").Choose("Table of rates").Choose("Picked up").PressAsync("Enter it");
        clerk.Text.ShouldContain("the customer comes for it");
    }

    [Fact]
    public async Task Two_who_record_the_same_call_do_not_overwrite_each_other()
    {
        office.Clock.Reset(Instant.FromUtc(2019, 6, 20, 2, 0));
        var (one, other) = (await office.SignInAsync("clerk"), await office.SignInAsync("supervisor"));
        await EnterAsync(one, "王小明");
        var id = IdOf(one);
        foreach (var who in new[] { one, other })
        {
            await who.GoAsync($"/en/desk/care-calls/{id}?do=send");
        }

        await one.PressAsync("Save");
        await other.PressAsync("Save");
        other.Status.ShouldBe(HttpStatusCode.Conflict);
        await one.GoAsync($"/en/desk/care-calls/{id}?do=withdraw");
        await one.Fill("Why it is not needed", "登錄錯了").PressAsync("Save");
        one.Text.ShouldContain("Withdrawn");
    }

    [Fact]
    public async Task Who_it_is_stays_hidden_until_somebody_looks_and_the_look_is_recorded_also_in_files()
    {
        var clerk = await office.SignInAsync("clerk");
        await EnterAsync(clerk, "歐陽蘭");
        var id = IdOf(clerk);
        await clerk.GoAsync($"/en/desk/care-calls/{id}");
        clerk.Text.ShouldContain("歐＊蘭");
        foreach (var secret in new[] { "歐陽蘭", "0912-345-678", "28巷" })
        {
            clerk.Text.ShouldNotContain(secret);
        }

        await clerk.PressAsync("Show personal data");
        clerk.Text.ShouldContain("0912-345-678");
        clerk.Text.ShouldContain("28巷");
        (await office.LooksAsync("clerk", CareCall.KeyOf(id))).ShouldBe(1);

        var auditor = await office.SignInAsync("auditor");
        (await auditor.GoAsync($"/en/desk/care-calls/{id}")).Page.QuerySelectorAll("main button").ShouldBeEmpty("an auditor neither looks nor acts");
        (await auditor.GoAsync("/en/desk/care-calls")).Page.QuerySelectorAll("a[href$='/new']").ShouldBeEmpty();
        (await auditor.Http.GetAsync("/en/desk/care-calls.ods?show=all")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var csv = await auditor.Http.GetStringAsync("/en/desk/care-calls.csv?show=all");
        csv.ShouldContain("歐＊蘭");
        csv.ShouldNotContain("歐陽蘭");
        (await auditor.Http.GetStringAsync("/en/desk/care-calls.csv?show=all&way=fax")).ShouldNotContain("歐＊蘭");
    }

    [Fact]
    public async Task Somebody_of_another_department_does_not_see_it()
    {
        var clerk = await office.SignInAsync("clerk");
        await EnterAsync(clerk, "別部門");
        var id = IdOf(clerk);
        await office.MoveAsync("handler", "billing");
        try
        {
            var handler = await office.SignInAsync("handler");
            (await handler.GoAsync($"/en/desk/care-calls/{id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
            (await handler.GoAsync("/en/desk/care-calls")).Text.ShouldNotContain("別＊門");
        }
        finally
        {
            await office.MoveAsync("handler", "service-centre");
        }
    }

    [Fact]
    public async Task What_nobody_sends_is_late_on_the_list_and_goes_up_the_common_ladder()
    {
        office.Clock.Reset(Instant.FromUtc(2019, 6, 20, 2, 0));
        var clerk = await office.SignInAsync("clerk");
        await EnterAsync(clerk, "沒人寄");
        var id = IdOf(clerk);
        office.Clock.Reset(Instant.FromUtc(2019, 6, 24, 1, 0));
        await office.RunRecurringAsync();
        var promise = (await office.WithAsync<CareDesk, CareCall>(desk => desk.GetAsync(id))).PromiseId;
        var rungs = await office.WithAsync<OfficeDb, List<ChaseRung>>(db => db.Chases.Where(c => c.Promise == promise).Select(c => c.Rung).ToListAsync());
        rungs.ShouldContain(ChaseRung.Due);
        rungs.ShouldContain(ChaseRung.Late);

        var supervisor = await office.SignInAsync("supervisor");
        await supervisor.GoAsync("/en/desk/care-calls?show=late");
        supervisor.Text.ShouldContain("沒＊寄");
        supervisor.Text.ShouldContain("To send: overdue by 1 working day");
        (await supervisor.GoAsync("/en/desk/chase")).Page.QuerySelector($"a[href$='/desk/care-calls/{id:N}']").ShouldNotBeNull("the register of chases leads to it");
    }

    private static async Task EnterAsync(Visitor clerk, string name)
    {
        await clerk.GoAsync("/en/desk/care-calls/new");
        await clerk.Fill("Customer’s name", name).Fill("Telephone", "0912-345-678").Choose("Table of rates").Choose("Post").Fill("Where to", "嘉義市東區民族路28巷5號").PressAsync("Enter it");
    }

    private static Guid IdOf(Visitor visitor) => Guid.Parse(visitor.Path.Split('/', '?')[^(visitor.Path.Contains('?') ? 2 : 1)]);
}
