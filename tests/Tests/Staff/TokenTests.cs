using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using GridDesk.Staff.People;
using GridDesk.Staff.Tokens;

namespace GridDesk.Tests.Staff;

public sealed class TokenTests(StaffOffice office) : IClassFixture<StaffOffice>
{
    [Fact]
    public async Task A_token_is_shown_once_works_and_ends_when_it_is_revoked()
    {
        var id = await office.HireAsync("coder", Role.Clerk, Role.Greeter);
        var coder = await office.SignedInAsync("coder");

        var issued = await Issue(coder, ("Input.Kind", "App"), ("Input.Roles", "Greeter"));
        var token = (await Visitor.ParseAsync(issued)).QuerySelector("[data-token]")!.TextContent;

        token.ShouldStartWith("gd_");
        (await coder.ReadAsync("/desk/account/tokens")).Body!.TextContent.ShouldNotContain(token);
        await office.WithAsync<OfficeDb>(async db => (await db.Tokens.SingleAsync(t => t.Staff == id)).Digest.ShouldBe(GridDesk.Staff.Secret.Digest(token)));

        var me = JsonNode.Parse(await (await CallAsync(token)).Content.ReadAsStringAsync())!;
        me["actor"]!.GetValue<string>().ShouldStartWith("app:");
        me["rights"]!.AsArray().Count.ShouldBe(RightsTable.RightsOf([Role.Greeter]).Count);

        var list = await coder.ReadAsync("/desk/account/tokens");
        var button = list.QuerySelector("button[name=id]")!;
        await coder.SubmitToAsync("/desk/account/tokens", "/desk/account/tokens?handler=Revoke", ("id", button.GetAttribute("value")!));
        (await CallAsync(token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await office.HistoryAsync(id)).TakeLast(2).Select(e => e.GetType()).ShouldBe([typeof(TokenIssued), typeof(TokenRevoked)]);
    }

    [Fact]
    public async Task A_token_can_have_no_role_that_its_person_has_not()
    {
        await office.HireAsync("modest", Role.Clerk);
        var modest = await office.SignedInAsync("modest");
        var refused = await Issue(modest, ("Input.Kind", "Personal"), ("Input.Roles", "Admin"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ErrorsAsync(refused)).ShouldContain("權杖只能有您自己的角色");
    }

    [Fact]
    public async Task A_token_shrinks_with_its_person_and_ends_with_them()
    {
        var id = await office.HireAsync("shrinking", Role.Clerk, Role.Supervisor);
        string? token = null;
        await office.WithAsync<TokenDesk>(async desk => token = await desk.IssueAsync(id, "x", TokenKind.Personal, [Role.Supervisor], office.Clock.Now() + Duration.FromDays(30), Actor.Office));
        (await RightsAsync(token!)).ShouldContain("reverse-requests");

        var seen = 0;
        await office.WithAsync<OfficeDb>(async db => seen = (await db.Staff.SingleAsync(m => m.Id == id)).Revision);
        await office.WithAsync<StaffDesk>(desk => desk.GiveRolesAsync(id, seen, [Role.Clerk], Actor.Office));
        (await CallAsync(token!)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        await office.WithAsync<StaffDesk>(desk => desk.LeaveAsync(id, Actor.Office));
        (await CallAsync(token!)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_ends_on_its_day()
    {
        var id = await office.HireAsync("expiring", Role.Clerk);
        string? token = null;
        await office.WithAsync<TokenDesk>(async desk => token = await desk.IssueAsync(id, "x", TokenKind.Personal, [Role.Clerk], office.Clock.Now() + Duration.FromDays(1), Actor.Office));
        (await CallAsync(token!)).StatusCode.ShouldBe(HttpStatusCode.OK);
        office.Clock.Advance(Duration.FromDays(1));
        (await CallAsync(token!)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_opens_the_api_and_no_page()
    {
        var id = await office.HireAsync("sneaky", Role.Admin);
        string? token = null;
        await office.WithAsync<TokenDesk>(async desk => token = await desk.IssueAsync(id, "x", TokenKind.Personal, [Role.Admin], office.Clock.Now() + Duration.FromDays(30), Actor.Office));
        (await CallAsync(token!, "/desk/account/tokens")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await CallAsync(token!, "/desk/admin/access.csv")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("gd_nonsense")]
    [InlineData("gd_")]
    [InlineData("something else")]
    public async Task A_bad_token_gets_problem_details(string token)
    {
        var answer = await CallAsync(token);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadFromJsonAsync<JsonObject>())!["code"]!.GetValue<string>().ShouldBe("unauthenticated");
    }

    private async Task<string[]> RightsAsync(string token) =>
        [.. JsonNode.Parse(await (await CallAsync(token)).Content.ReadAsStringAsync())!["rights"]!.AsArray().Select(right => right!.GetValue<string>())];

    private Task<HttpResponseMessage> CallAsync(string token, string path = "/api/me")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        return office.Visit().SendAsync(request);
    }

    private Task<HttpResponseMessage> Issue(Visitor visitor, params (string, string)[] fields)
    {
        var until = office.Clock.Now().InUtc().Date.PlusDays(30);
        return visitor.SubmitToAsync("/desk/account/tokens", "/desk/account/tokens?handler=Issue",
            [("Input.Name", "monthly export"), ("Input.Expires", $"{until:uuuu-MM-dd}"), .. fields]);
    }
}
