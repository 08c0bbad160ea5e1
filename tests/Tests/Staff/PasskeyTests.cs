using System.Net;
using GridDesk.Kernel.Events;
using GridDesk.Staff;
using GridDesk.Staff.People;

namespace GridDesk.Tests.Staff;

public sealed class PasskeyTests(StaffOffice office) : IClassFixture<StaffOffice>
{
    private const string Origin = "https://griddesk.test";

    [Fact]
    public async Task A_clerk_adds_a_passkey_signs_in_with_it_and_removes_it()
    {
        var id = await office.HireAsync("fingers", Role.Clerk);
        var clerk = await office.SignedInAsync("fingers");
        using var key = new SoftwareKey(Origin);

        (await AddAsync(clerk, key, "counter computer")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var account = await clerk.ReadAsync("/desk/account");
        account.Body!.TextContent.ShouldContain("counter computer");

        var morning = office.Visit();
        (await EnterAsync(morning, key)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await morning.GetAsync("/desk/account")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await office.HistoryAsync(id))[^1].ShouldBe(new SignedIn(SignInWay.Passkey));

        var handle = account.QuerySelector("button[name=passkey]")!.GetAttribute("value")!;
        await clerk.SubmitToAsync("/desk/account", "/desk/account?handler=RemovePasskey", ("passkey", handle));
        (await EnterAsync(office.Visit(), key)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await office.HistoryAsync(id))[^1].ShouldBe(new PasskeyRemoved(handle));
    }

    [Fact]
    public async Task A_touch_without_a_finger_is_not_enough()
    {
        await office.HireAsync("touch", Role.Clerk);
        using var key = new SoftwareKey(Origin);
        (await AddAsync(await office.SignedInAsync("touch"), key, "")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        key.KnowsItsPerson = false;
        (await EnterAsync(office.Visit(), key)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        key.KnowsItsPerson = true;
        (await EnterAsync(office.Visit(), key)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_passkey_answers_only_for_this_office()
    {
        await office.HireAsync("phished", Role.Clerk);
        using var key = new SoftwareKey("https://griddesk.evil");
        (await AddAsync(await office.SignedInAsync("phished"), key, "x")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task One_answer_opens_the_door_once()
    {
        await office.HireAsync("replayed", Role.Clerk);
        using var key = new SoftwareKey(Origin);
        await AddAsync(await office.SignedInAsync("replayed"), key, "x");

        var visitor = office.Visit();
        var answer = key.Use(await AskAsync(visitor));
        (await visitor.SubmitToAsync("/sign-in", "/sign-in?handler=Passkey", ("credential", answer))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await office.Visit().SubmitToAsync("/sign-in", "/sign-in?handler=Passkey", ("credential", answer))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Somebody_else_s_wrong_passwords_keep_nobody_with_a_passkey_from_work()
    {
        await office.HireAsync("bothered", Role.Clerk);
        using var key = new SoftwareKey(Origin);
        await AddAsync(await office.SignedInAsync("bothered"), key, "x");
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => office.Visit().SignInAsync("bothered", "not the password")));
        (await office.Visit().SignInAsync("bothered", StaffOffice.Password)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await EnterAsync(office.Visit(), key)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Whoever_was_let_go_is_not_let_in_by_a_passkey()
    {
        var id = await office.HireAsync("gone", Role.Clerk);
        using var key = new SoftwareKey(Origin);
        await AddAsync(await office.SignedInAsync("gone"), key, "x");
        await office.WithAsync<StaffDesk>(desk => desk.LeaveAsync(id, Actor.Office));
        (await EnterAsync(office.Visit(), key)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not json")]
    public async Task Rubbish_is_refused_politely(string credential)
    {
        var visitor = office.Visit();
        await AskAsync(visitor);
        var answer = await visitor.SubmitToAsync("/sign-in", "/sign-in?handler=Passkey", ("credential", credential));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ErrorsAsync(answer)).ShouldContain("通行密鑰沒有通過");
    }

    private static async Task<HttpResponseMessage> AddAsync(Visitor visitor, SoftwareKey key, string name)
    {
        var options = await visitor.SubmitToAsync("/desk/account", "/desk/account?handler=PasskeyOptions");
        return await visitor.SubmitToAsync("/desk/account", "/desk/account?handler=AddPasskey",
            ("passkeyName", name), ("credential", key.Create(await options.Content.ReadAsStringAsync())));
    }

    private static async Task<HttpResponseMessage> EnterAsync(Visitor visitor, SoftwareKey key) =>
        await visitor.SubmitToAsync("/sign-in", "/sign-in?handler=Passkey", ("credential", key.Use(await AskAsync(visitor))));

    private static async Task<string> AskAsync(Visitor visitor) =>
        await (await visitor.SubmitToAsync("/sign-in", "/sign-in?handler=PasskeyOptions")).Content.ReadAsStringAsync();
}
