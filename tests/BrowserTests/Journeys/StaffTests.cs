using GridDesk.BrowserTests.Infrastructure;

namespace GridDesk.BrowserTests.Journeys;

/// <summary>What the desk is for, by keyboard alone.</summary>
[Collection(nameof(OpenOffice))]
public sealed class StaffTests(OpenOffice office)
{
    private const int MostKeys = 25;
    private const double LongestWait = 150;

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task A_clerk_files_a_known_customers_request_in_25_keys_and_never_waits(string language)
    {
        await using var visit = await office.VisitAsync(language);
        await visit.GoAsync("/sign-in");
        await visit.SignInAsync("clerk");
        visit.Waits.Clear(); // checking a password is slow on purpose

        for (var time = 0; time < 3; time++)
        {
            var number = await Sample.ElectricityNumberAsync(office);
            await visit.GoAsync("/desk");
            visit.Keys = 0;
            await visit.TurnAsync("Alt+KeyR");
            await visit.Page.WaitForFunctionAsync("() => document.activeElement?.name === 'Service'"); // nobody types before the cursor is there
            await visit.TypeAsync("XFER");
            await visit.PressAsync("Tab");
            await visit.TypeAsync(number);
            await visit.TurnAsync("Enter");
            visit.Page.Url.ShouldContain("/desk/intake/XFER", customMessage: await visit.TextAsync("main"));
            (await visit.Page.Locator("[name='applicant.name']").InputValueAsync()).ShouldNotBeEmpty("known facts are never typed again");

            await visit.TabToAsync("[name='answers.holderKind']");
            await visit.PressAsync("Space");
            await visit.TabToAsync("[name='answers.newHolderId']");
            await visit.TypeAsync("A123456789");
            await visit.TabToAsync("[name='answers.reason']");
            await visit.PressAsync("Space");
            await visit.PressAsync("Tab");
            await visit.TypeAsync("1080601");
            await visit.TabToAsync("[name='papers.identity']");
            await visit.PressAsync("Space");
            await visit.TabToAsync("[name='papers.relation']");
            await visit.PressAsync("Space");
            await visit.TurnAsync("Alt+KeyS");
            visit.Page.Url.ShouldContain("/desk/intake/taken/", customMessage: await visit.TextAsync("main"));

            // The four letters of the code are pressed too.
            (visit.Keys + "XFER".Length).ShouldBeLessThanOrEqualTo(MostKeys);
        }

        var medians = visit.Waits.GroupBy(w => w.Path.Split('/') is [.., "taken", _] ? "taken" : w.Path)
            .Select(g => (Page: g.Key, Median: g.Select(w => w.Milliseconds).Order().ElementAt(g.Count() / 2))).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"{visit.Keys + 4} keys; {visit.WaitsInWords()}");
        medians.ShouldAllBe(m => m.Median < LongestWait, visit.WaitsInWords());
        visit.ShouldBeQuiet();
    }

    [Theory]
    [InlineData("zh", "已逾期", "最晚")]
    [InlineData("en", "Overdue", "by")]
    public async Task In_the_morning_the_desk_says_what_is_late_and_why_and_three_keys_reach_the_first_action(string language, string late, string why)
    {
        await Sample.GiveALateCaseToTheHandlerAsync(office);
        await using var visit = await office.VisitAsync(language, user: "handler");
        await visit.GoAsync("/desk");
        (await visit.TextAsync("main .gd-rows tbody th")).ShouldContain(late);
        (await visit.TextAsync("main .gd-rows .gd-why")).ShouldContain(why);

        visit.Keys = 0;
        (await visit.Page.EvaluateAsync<bool>("() => document.activeElement.closest('tr')?.querySelector('.gd-why') != null")).ShouldBeTrue("the latest case has the focus");
        await visit.TurnAsync("Enter");
        visit.Page.Url.ShouldContain("/desk/requests/");
        await visit.TurnAsync("Alt+KeyC");
        (await visit.TextAsync("#do-what")).ShouldNotBeEmpty();
        visit.Keys.ShouldBeLessThanOrEqualTo(3);
        visit.ShouldBeQuiet();
    }
}
