using GridDesk.BrowserTests.Infrastructure;
using Microsoft.Playwright;

namespace GridDesk.BrowserTests.Journeys;

/// <summary>A customer keeps a request on a phone and looks at it there, also on the train where there is no net.</summary>
[Collection(nameof(OpenOffice))]
public sealed class PhoneTests(OpenOffice office)
{
    [Theory]
    [InlineData("zh", "現在沒有網路", "拿掉")]
    [InlineData("en", "No connection now", "Remove")]
    public async Task A_request_is_kept_seen_without_a_net_with_its_age_and_removed(string language, string offline, string remove)
    {
        var (number, code) = await Sample.AcceptedAsync(office);
        await using var visit = await office.VisitAsync(language, screen: Screen.Narrow);
        await visit.GoAsync($"/track/{number}?code={code}");
        await visit.TabToAsync("a[href*='/my#']");
        await visit.TurnAsync("Enter");
        await ShownAsync(visit, number);
        visit.Page.Url.ShouldEndWith("/my", customMessage: "the code has left the address");
        (await Axe.LookAsync(visit.Page)).ShouldBeEmpty();
        (await Axe.SticksOutAsync(visit.Page)).ShouldBeEmpty();
        visit.ShouldBeQuiet();
        var withNet = await LooksAsync(visit);

        await visit.Page.EvaluateAsync("() => navigator.serviceWorker.ready.then(worker => worker.active.state === 'activated' || new Promise(done => worker.active.addEventListener('statechange', done)))");
        await visit.Page.Context.SetOfflineAsync(true);
        await visit.Page.ReloadAsync();
        await ShownAsync(visit, number);
        (await visit.TextAsync("#said")).ShouldContain(offline);
        (await visit.TextAsync("#said")).ShouldContain(":");
        (await LooksAsync(visit)).ShouldBe(withNet, "it looks as it does with a net");

        await visit.Page.Context.SetOfflineAsync(false);
        await visit.Page.ReloadAsync();
        await ShownAsync(visit, number);
        await visit.TabToAsync($"button[aria-label='{remove} {number}']");
        await visit.PressAsync("Enter");
        await visit.Page.WaitForFunctionAsync("() => document.querySelectorAll('#cases > li').length === 0");
        (await visit.Page.EvaluateAsync<string>("() => localStorage.getItem('gd-my')")).ShouldNotContain(code);
    }

    [Fact]
    public async Task A_wrong_code_is_told_at_the_form_and_what_was_typed_stays()
    {
        var (number, _) = await Sample.AcceptedAsync(office);
        await using var visit = await office.VisitAsync("en", screen: Screen.Narrow);
        await visit.GoAsync("/my");
        await visit.TabToAsync("#add [name=number]");
        await visit.TypeAsync(number);
        await visit.PressAsync("Tab");
        await visit.TypeAsync("WRONG999");
        await visit.PressAsync("Enter");
        await visit.Page.WaitForSelectorAsync("#wrong:not([hidden])");
        (await visit.TextAsync("#wrong")).ShouldContain("Nothing found");
        (await visit.Page.InputValueAsync("#add [name=number]")).ShouldBe(number);
        (await Axe.LookAsync(visit.Page)).ShouldBeEmpty();
    }

    private static Task<string> LooksAsync(Visit visit) =>
        visit.Page.EvaluateAsync<string>("() => ['.gd-brand', '.gd-my__case', '.gd-my__top'].map(part => { const style = getComputedStyle(document.querySelector(part)); return [style.display, style.color, style.padding].join(' '); }).join('; ')");

    private static Task ShownAsync(Visit visit, string number) => visit.Page.WaitForSelectorAsync($"#cases li:has-text('{number}')");
}
