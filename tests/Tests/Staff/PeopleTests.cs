using System.Net;
using AngleSharp.Dom;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Staff;
using GridDesk.Staff.People;

namespace GridDesk.Tests.Staff;

public sealed class PeopleTests(StaffOffice office) : IClassFixture<StaffOffice>
{
    [Fact]
    public async Task An_administrator_takes_somebody_on_who_then_chooses_a_password()
    {
        var admin = await AdminAsync("admin1");
        var added = await admin.SubmitAsync("/desk/staff/add", Card("newcomer", ("Input.Roles", "Clerk"), ("Input.Roles", "Volunteer")));
        added.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var person = added.Headers.Location!.ToString();

        var page = await Visitor.ParseAsync(await admin.SubmitToAsync(person, $"{person}?handler=Link"));
        var link = new Uri(page.QuerySelector("[data-link]")!.TextContent).PathAndQuery;
        (await admin.ReadAsync(person)).QuerySelector("[data-link]").ShouldBeNull();

        var newcomer = office.Visit();
        var set = await newcomer.SubmitAsync(link, ("Input.NewPassword", StaffOffice.Password), ("Input.NewPasswordAgain", StaffOffice.Password));
        set.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await newcomer.ReadAsync("/desk/account")).Body!.TextContent.ShouldContain("櫃檯人員、志工");
        (await office.Visit().GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var id = Guid.Parse(person.Split('/')[^1]);
        (await office.HistoryAsync(id)).Select(e => e.GetType()).ShouldBe([typeof(StaffJoined), typeof(RolesGiven), typeof(PasswordLinkIssued), typeof(PasswordChanged)]);
    }

    [Fact]
    public async Task A_second_link_ends_the_first()
    {
        var id = await office.HireAsync("forgetful", Role.Clerk);
        string first = "", second = "";
        await office.WithAsync<StaffDesk>(async desk => first = await desk.IssuePasswordLinkAsync(id, Actor.Office));
        await office.WithAsync<StaffDesk>(async desk => second = await desk.IssuePasswordLinkAsync(id, Actor.Office));
        (await office.Visit().GetAsync($"/set-password?token={first}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await office.Visit().GetAsync($"/set-password?token={second}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_missing_is_said_all_at_once_and_nothing_typed_is_lost()
    {
        var admin = await AdminAsync("admin2");
        var refused = await admin.SubmitAsync("/desk/staff/add", ("Input.UserName", "x1"), ("Input.Name", ""), ("Input.Department", ""));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ParseAsync(refused);
        page.QuerySelectorAll(".govuk-error-summary__list a").Select(a => a.GetAttribute("href")).Order().ShouldBe(["#Input_Department", "#Input_Joined", "#Input_Name"]);
        page.GetElementById("Input_UserName")!.GetAttribute("value").ShouldBe("x1");
    }

    [Theory]
    [InlineData("Upper Case")]
    [InlineData("a")]
    [InlineData("陳")]
    [InlineData("-dash")]
    public async Task A_user_name_is_short_and_plain(string userName)
    {
        var admin = await AdminAsync($"admin-{(int)userName[0]}");
        (await Visitor.ErrorsAsync(await admin.SubmitAsync("/desk/staff/add", Card(userName, ("Input.Roles", "Clerk"))))).ShouldContain("使用者名稱請用");
    }

    [Fact]
    public async Task Two_people_never_share_a_user_name_or_an_employee_number()
    {
        var admin = await AdminAsync("admin3");
        await admin.SubmitAsync("/desk/staff/add", Card("twin", ("Input.Roles", "Clerk"), ("Input.EmployeeNumber", "1234")));
        (await Visitor.ErrorsAsync(await admin.SubmitAsync("/desk/staff/add", Card("TWIN", ("Input.Roles", "Clerk"))))).ShouldContain("使用者名稱有人用了");
        (await Visitor.ErrorsAsync(await admin.SubmitAsync("/desk/staff/add", Card("twin2", ("Input.Roles", "Clerk"), ("Input.EmployeeNumber", "1234"))))).ShouldContain("員工編號已經是別人的");
    }

    [Fact]
    public async Task When_two_administrators_change_one_person_the_second_sees_it_and_loses_nothing()
    {
        var id = await office.HireAsync("contested", Role.Clerk);
        var one = await AdminAsync("admin4");
        var other = await AdminAsync("admin5");
        var page = $"/desk/staff/{id}/edit";
        var seen = (await other.ReadAsync(page)).QuerySelector("input[name=Seen]")!.GetAttribute("value")!;
        await one.SubmitAsync(page, Changed("王一", seen));

        var second = await other.SubmitAsync(page, Changed("王二", seen));
        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var again = await Visitor.ParseAsync(second);
        again.GetElementById("Input_Name")!.GetAttribute("value").ShouldBe("王二");
        var fresh = again.QuerySelector("input[name=Seen]")!.GetAttribute("value")!;
        (await other.SubmitAsync(page, Changed("王二", fresh))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await other.ReadAsync($"/desk/staff/{id}")).QuerySelector("h1")!.TextContent.ShouldContain("王二");
    }

    [Fact]
    public async Task Signing_in_never_gets_in_the_way_of_an_edit()
    {
        var id = await office.HireAsync("busy", Role.Clerk);
        var admin = await AdminAsync("admin6");
        var page = $"/desk/staff/{id}/edit";
        var seen = (await admin.ReadAsync(page)).QuerySelector("input[name=Seen]")!.GetAttribute("value")!;
        await office.SignedInAsync("busy");
        (await admin.SubmitAsync(page, Changed("忙", seen))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_last_administrator_cannot_leave_or_lose_the_role()
    {
        await using var small = new StaffOffice();
        await small.InitializeAsync();
        var only = await small.HireAsync("only", Role.Admin);
        var revision = 0;
        await small.WithAsync<OfficeDb>(async db => revision = (await db.Staff.SingleAsync()).Revision);
        await small.WithAsync<StaffDesk>(async desk =>
        {
            (await Should.ThrowAsync<Refusal>(() => desk.LeaveAsync(only, Actor.Office))).Code.ShouldBe("staff.last-administrator");
            (await Should.ThrowAsync<Refusal>(() => desk.GiveRolesAsync(only, revision, [Role.Clerk], Actor.Office))).Code.ShouldBe("staff.last-administrator");
        });

        await small.HireAsync("second", Role.Admin);
        await small.WithAsync<StaffDesk>(desk => desk.LeaveAsync(only, Actor.Office));
        await small.WithAsync<StaffDesk>(desk => desk.ReturnAsync(only, Actor.Office));
        (await small.HistoryAsync(only)).TakeLast(2).ShouldBe([new StaffLeft(), new StaffReturned()]);
    }

    [Fact]
    public async Task The_list_is_searched_sorted_and_paged_without_losing_or_repeating_anybody()
    {
        await using var large = new StaffOffice();
        await large.InitializeAsync();
        await large.WithAsync<StaffDemo>(demo => demo.CreateManyAsync(120, ["service-centre", "billing"], "centre"));
        foreach (var sort in Enum.GetValues<StaffSort>())
        {
            var seen = new List<StaffRow>();
            string? after = null;
            do
            {
                await large.WithAsync<OfficeDb>(async db =>
                {
                    var (rows, next) = await StaffList.ReadAsync(db, new StaffFilter { Sort = sort }, after);
                    rows.Count.ShouldBeLessThanOrEqualTo(StaffList.PageSize);
                    seen.AddRange(rows);
                    after = next;
                });
            }
            while (after is not null);
            seen.Count.ShouldBe(120);
            seen.Select(row => row.Id).ShouldBeUnique();
        }

        await large.WithAsync<OfficeDb>(async db =>
        {
            var (billing, _) = await StaffList.ReadAsync(db, new StaffFilter { Department = "billing", Role = Role.Supervisor }, null);
            billing.ShouldNotBeEmpty();
            billing.ShouldAllBe(row => row.Department == "billing" && row.Roles.Contains(Role.Supervisor));
            (await StaffList.ReadAsync(db, new StaffFilter { Q = "demo108-7" }, null)).Rows.Count.ShouldBe(11);
            (await StaffList.ReadAsync(db, new StaffFilter { Left = true }, null)).Rows.ShouldBeEmpty();
        });
    }

    [Fact]
    public async Task The_list_page_leads_to_its_next_part()
    {
        await using var large = new StaffOffice();
        await large.InitializeAsync();
        await large.WithAsync<StaffDemo>(demo => demo.CreateManyAsync(StaffList.PageSize + 5, ["billing"], null));
        await large.HireAsync("lister", Role.Admin);
        var admin = await large.SignedInAsync("lister");

        var first = await admin.ReadAsync("/desk/staff?department=billing&sort=Department");
        first.QuerySelectorAll("tbody tr").Length.ShouldBe(StaffList.PageSize);
        var second = await admin.ReadAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        second.QuerySelectorAll("tbody tr").Length.ShouldBe(5);
        second.QuerySelector("a[rel=next]").ShouldBeNull();
    }

    private async Task<Visitor> AdminAsync(string userName)
    {
        await office.HireAsync(userName, Role.Admin);
        return await office.SignedInAsync(userName);
    }

    private static (string, string)[] Card(string userName, params (string, string)[] more) =>
        [("Input.UserName", userName), ("Input.Name", "新來的"), ("Input.Department", "billing"), ("Input.Joined", "108/7/1"), .. more];

    private static (string, string)[] Changed(string name, string seen) =>
        [("Input.Name", name), ("Input.Department", "billing"), ("Input.Joined", "108/7/1"), ("Seen", seen)];
}
