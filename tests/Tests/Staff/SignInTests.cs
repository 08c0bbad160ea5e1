using System.Net;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Staff;
using GridDesk.Staff.Account;
using GridDesk.Staff.People;

namespace GridDesk.Tests.Staff;

public sealed class SignInTests(StaffOffice office) : IClassFixture<StaffOffice>
{
    [Fact]
    public async Task A_clerk_signs_in_and_lands_where_they_wanted_to_go()
    {
        var id = await office.HireAsync("clerk1", Role.Clerk);
        var clerk = office.Visit();
        var sent = await clerk.GetAsync("/desk/account?x=1");
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var door = sent.Headers.Location!.PathAndQuery;
        door.ShouldBe("/sign-in?return=%2Fdesk%2Faccount%3Fx%3D1");

        var answer = await clerk.SignInAsync("Clerk1 ", StaffOffice.Password, door);

        answer.Headers.Location!.ToString().ShouldBe("/desk/account?x=1");
        (await clerk.ReadAsync("/desk/account")).Body!.TextContent.ShouldContain("甲clerk1");
        (await office.HistoryAsync(id))[^1].ShouldBe(new SignedIn(SignInWay.Password));
    }

    [Fact]
    public async Task The_cookie_is_private_and_lasts_a_working_day()
    {
        await office.HireAsync("cookie", Role.Clerk);
        var answer = await office.Visit().SignInAsync("cookie", StaffOffice.Password);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("griddesk=", StringComparison.Ordinal)).ToLowerInvariant();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        cookie.ShouldContain("secure");
        cookie.ShouldContain("path=/;");
    }

    [Fact]
    public async Task In_English_the_door_is_in_English()
    {
        (await office.Visit().GetAsync("/en/desk/account")).Headers.Location!.PathAndQuery.ShouldStartWith("/en/sign-in?return=%2Fen%2Fdesk%2Faccount");
        (await office.Visit().ReadAsync("/en/sign-in")).QuerySelector("h1")!.TextContent.ShouldBe("Sign in");
        (await office.Visit().ReadAsync("/sign-in")).QuerySelector("h1")!.TextContent.ShouldBe("登入");
    }

    [Fact]
    public async Task Nobody_is_sent_to_another_site_after_signing_in()
    {
        await office.HireAsync("careful", Role.Clerk);
        foreach (var elsewhere in (string[])["https://evil.test/", "//evil.test", @"/\evil.test"])
        {
            var answer = await office.Visit().SignInAsync("careful", StaffOffice.Password, $"/sign-in?return={Uri.EscapeDataString(elsewhere)}");
            answer.Headers.Location!.ToString().ShouldBe("/desk");
        }
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_answer()
    {
        await office.HireAsync("known", Role.Clerk);
        var wrong = await office.Visit().SignInAsync("known", "not the password");
        var unknown = await office.Visit().SignInAsync("unknown", "not the password");

        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        unknown.StatusCode.ShouldBe(wrong.StatusCode);
        (await Visitor.ErrorsAsync(wrong)).ShouldContain("使用者名稱或密碼不對");
        (await Visitor.ErrorsAsync(unknown)).ShouldBe(await Visitor.ErrorsAsync(wrong));
    }

    [Theory]
    [InlineData("' OR 1=1 --")]
    [InlineData("陳美蘭")]
    public async Task A_strange_user_name_is_only_an_unknown_one(string userName) =>
        (await Visitor.ErrorsAsync(await office.Visit().SignInAsync(userName, "not the password"))).ShouldContain("使用者名稱或密碼不對");

    [Fact]
    public async Task After_five_wrong_passwords_even_the_right_one_waits_fifteen_minutes()
    {
        var id = await office.HireAsync("locked", Role.Clerk);
        for (var n = 0; n < 5; n++)
        {
            (await office.Visit().SignInAsync("locked", "not the password")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        (await office.HistoryAsync(id)).OfType<SignInFailed>().Count(failed => failed.LockedUntil is not null).ShouldBe(1);
        (await office.Visit().SignInAsync("locked", StaffOffice.Password)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        office.Clock.Advance(Duration.FromMinutes(14));
        (await office.Visit().SignInAsync("locked", StaffOffice.Password)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        office.Clock.Advance(Duration.FromMinutes(1));
        (await office.Visit().SignInAsync("locked", StaffOffice.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Twenty_guesses_at_once_are_still_only_five()
    {
        var id = await office.HireAsync("stormed", Role.Clerk);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => office.Visit().SignInAsync("stormed", "not the password")));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity);
        (await office.HistoryAsync(id)).OfType<SignInFailed>().Count().ShouldBe(5);
    }

    [Fact]
    public async Task Whoever_is_let_go_is_out_with_the_next_click()
    {
        var id = await office.HireAsync("leaver", Role.Clerk);
        var leaver = await office.SignedInAsync("leaver");
        (await leaver.GetAsync("/desk/account")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await office.WithAsync<StaffDesk>(desk => desk.LeaveAsync(id, Actor.Office));

        (await leaver.GetAsync("/desk/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await office.Visit().SignInAsync("leaver", StaffOffice.Password)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_role_that_is_taken_away_is_gone_with_the_next_click()
    {
        var id = await office.HireAsync("demoted", Role.Admin, Role.Clerk);
        await office.HireAsync("other-admin", Role.Admin);
        var demoted = await office.SignedInAsync("demoted");
        (await demoted.GetAsync("/desk/staff")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await office.WithAsync<StaffDesk>(async desk =>
        {
            var seen = 0;
            await office.WithAsync<OfficeDb>(async db => seen = (await db.Staff.SingleAsync(m => m.Id == id)).Revision);
            await desk.GiveRolesAsync(id, seen, [Role.Clerk], Actor.Office);
        });

        (await demoted.GetAsync("/desk/staff")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_new_password_ends_the_sessions_of_the_old_one_but_not_this_one()
    {
        await office.HireAsync("changer", Role.Clerk);
        var here = await office.SignedInAsync("changer");
        var elsewhere = await office.SignedInAsync("changer");

        var wrong = await here.SubmitToAsync("/desk/account", "/desk/account?handler=Password", ("Input.PresentPassword", "no"), ("Input.NewPassword", "another good phrase"), ("Input.NewPasswordAgain", "another good phrase"));
        (await Visitor.ErrorsAsync(wrong)).ShouldContain("現在的密碼不對");
        var changed = await here.SubmitToAsync("/desk/account", "/desk/account?handler=Password", ("Input.PresentPassword", StaffOffice.Password), ("Input.NewPassword", "another good phrase"), ("Input.NewPasswordAgain", "another good phrase"));

        changed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await here.GetAsync("/desk/account")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await elsewhere.GetAsync("/desk/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await office.Visit().SignInAsync("changer", "another good phrase")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await office.HireAsync("tired", Role.Clerk);
        var tired = await office.SignedInAsync("tired");
        (await tired.SubmitToAsync("/desk/account", "/sign-out")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await tired.GetAsync("/desk/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }
}
