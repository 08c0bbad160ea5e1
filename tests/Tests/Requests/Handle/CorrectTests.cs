using System.Net;
using FsCheck;
using FsCheck.Fluent;
using GridDesk.Requests;
using GridDesk.Requests.Handle;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Requests.Handle;

[Trait("store", "both")]
public sealed class CorrectTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task Two_clerks_who_change_different_fields_both_get_their_way()
    {
        var request = await office.FileAsync("林阿招", "0911-000-001");
        var (one, other) = (await OpenAsync("clerk", request), await OpenAsync("supervisor", request));
        await other.Fill("Telephone", "0922-000-002").PressAsync("Save");
        await one.Fill("Name", "林招").PressAsync("Save");

        one.Errors.ShouldBeEmpty();
        var after = await office.ReadAsync(request.Id);
        (after.Particulars.Name, after.Particulars.Phone).ShouldBe(("林招", "0922-000-002"));
    }

    [Fact]
    public async Task Two_clerks_who_change_the_same_field_choose_and_lose_nothing()
    {
        var request = await office.FileAsync("林阿招", "0911-000-001");
        var (one, other) = (await OpenAsync("clerk", request), await OpenAsync("supervisor", request));
        await other.Fill("Telephone", "0922-000-002").PressAsync("Save");
        await one.Fill("Telephone", "0933-000-003").Fill("Name", "林招").PressAsync("Save");

        one.Status.ShouldBe(HttpStatusCode.Conflict);
        one.Text.ShouldContain("葉淑貞 changed telephone at 10:00");
        one.Text.ShouldContain("Mine: 0933-000-003");
        one.Text.ShouldContain("Theirs: 0922-000-002");
        one.Typed("Mine.name").ShouldBe("林招");

        await one.PressAsync("Save");
        one.Status.ShouldBe(HttpStatusCode.Conflict);
        one.FieldError("pick-phone").ShouldContain("choose one");

        await one.Choose("Mine: 0933-000-003").PressAsync("Save");
        var after = await office.ReadAsync(request.Id);
        (after.Particulars.Name, after.Particulars.Phone).ShouldBe(("林招", "0933-000-003"));
    }

    [Fact]
    public async Task Choosing_theirs_keeps_theirs()
    {
        var request = await office.FileAsync("林阿招", "0911-000-001");
        var (one, other) = (await OpenAsync("clerk", request), await OpenAsync("supervisor", request));
        await other.Fill("Telephone", "0922-000-002").PressAsync("Save");
        await one.Fill("Telephone", "0933-000-003").PressAsync("Save");
        await one.Choose("Theirs: 0922-000-002").PressAsync("Save");

        one.Path.ShouldBe($"/en/desk/requests/{request.Id}");
        (await office.ReadAsync(request.Id)).Particulars.Phone.ShouldBe("0922-000-002");
    }

    [Fact]
    public async Task What_cannot_be_is_said_at_its_field()
    {
        var request = await office.FileAsync("林阿招", "0911-000-001");
        var clerk = await OpenAsync("clerk", request);
        await clerk.Fill("Telephone", "12").Fill("Name", "").PressAsync("Save");
        clerk.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        clerk.FieldError("Mine.phone").ShouldNotBeEmpty();
        clerk.FieldError("Mine.name").ShouldContain("cannot be empty");
        clerk.Typed("Mine.phone").ShouldBe("12");
    }

    [Fact]
    public async Task The_electricity_number_that_was_missing_is_missing_no_more()
    {
        var request = await office.WithAsync<RequestDesk, ServiceRequest>(async desk => (await desk.FileAsync(
            new("EBILL", Channel.Web, new("何雄", "0911-000-001", null), null, null, new() { ["action"] = "stop" }, []), GridDesk.Kernel.Events.Actor.Customer)).Request);
        var clerk = await OpenAsync("clerk", request);
        await clerk.Fill("Electricity number", DeskWork.Number("1905000301")).PressAsync("Save");
        (await office.ReadAsync(request.Id)).Missing.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_that_two_people_type_is_lost_without_a_choice()
    {
        var text = Gen.Elements("a", "b", "c").ToArbitrary();
        Prop.ForAll(text, text, text, (shown, mine, theirs) =>
        {
            var result = FieldMerge.Of("phone", shown, mine, theirs, null, asked: false).Result;
            var kept = result switch { Merge.Mine => mine, Merge.Ask => null, _ => theirs };
            return (mine == shown || mine == theirs || kept is null || kept == mine)
                && (theirs == shown || kept is null || kept == theirs || mine == theirs)
                && (result != Merge.Ask || (mine != shown && theirs != shown && mine != theirs));
        }).QuickCheckThrowOnFailure();
    }

    private async Task<Visitor> OpenAsync(string who, ServiceRequest request) => await (await office.SignInAsync(who)).GoAsync($"/en/desk/requests/{request.Id}/correct");
}
