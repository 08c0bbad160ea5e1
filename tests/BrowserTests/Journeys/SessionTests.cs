using GridDesk.BrowserTests.Infrastructure;

namespace GridDesk.BrowserTests.Journeys;

/// <summary>A session that ends in the middle of typing: nothing is lost, and signing in takes place where one is.</summary>
[Collection(nameof(OpenOffice))]
public sealed class SessionTests(OpenOffice office)
{
    private const string Story = "櫃檯等太久，冷氣也沒開";

    [Theory]
    [InlineData("zh", "登入過期了", "使用者名稱或密碼不對")]
    [InlineData("en", "Your session is over", "user name or password is not right")]
    public async Task A_clerk_whose_session_ended_signs_in_in_place_and_the_case_is_accepted_as_it_was_typed(string language, string over, string refused)
    {
        await using var visit = await office.VisitAsync(language, user: "clerk");
        await visit.GoAsync("/desk/intake/COMPLAINT");
        await FillInAsync(visit);
        await visit.Page.Context.ClearCookiesAsync(new() { Name = "griddesk" });

        await visit.PressAsync("Alt+KeyS");
        await visit.Page.WaitForSelectorAsync("dialog[open]");
        (await visit.TextAsync("dialog h2")).ShouldBe(over);
        (await Axe.LookAsync(visit.Page)).ShouldBeEmpty();

        await visit.TypeAsync("clerk");
        await visit.PressAsync("Tab");
        await visit.TypeAsync("not the password");
        await visit.PressAsync("Enter");
        await visit.Page.WaitForSelectorAsync("dialog [data-over-wrong]:not(:empty)");
        (await visit.TextAsync("dialog [data-over-wrong]")).ShouldContain(refused);

        await visit.TypeAsync(OpenOffice.Password); // the name stands there already
        await visit.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/desk/intake/taken/*");
        await visit.TabToAsync("[data-key='Alt+O']");
        await visit.TurnAsync("Enter");
        await visit.TurnAsync("F4"); // shows what is about the person
        (await visit.TextAsync("main")).ShouldContain(Story);
        visit.ShouldBeQuiet();
    }

    [Fact]
    public async Task Somebody_who_does_not_want_to_sign_in_now_finds_the_page_as_it_was()
    {
        await using var visit = await office.VisitAsync(user: "clerk");
        await visit.GoAsync("/desk/intake/COMPLAINT");
        await FillInAsync(visit);
        await visit.Page.Context.ClearCookiesAsync(new() { Name = "griddesk" });

        await visit.PressAsync("Alt+KeyS");
        await visit.Page.WaitForSelectorAsync("dialog[open]");
        await visit.PressAsync("Escape");

        (await visit.Page.Locator("dialog[open]").CountAsync()).ShouldBe(0);
        visit.Page.Url.ShouldEndWith("/desk/intake/COMPLAINT");
        (await visit.Page.InputValueAsync("[name='answers.story']")).ShouldBe(Story);
    }

    private static async Task FillInAsync(Visit visit)
    {
        foreach (var (field, text) in ((string, string)[])[("applicant.name", "吳小玲"), ("applicant.phone", "0922333444"), ("answers.story", Story)])
        {
            await visit.TabToAsync($"[name='{field}']");
            await visit.TypeAsync(text);
        }

        foreach (var question in (string[])["kind", "meeting", "confidential"])
        {
            await visit.Page.Locator($"[name='answers.{question}']").First.CheckAsync();
        }
    }
}
