using GridDesk.BrowserTests.Infrastructure;

namespace GridDesk.BrowserTests.Journeys;

/// <summary>Whoever works by keyboard is where something is to be done: in the first field of a panel that opens, at the mistakes of one that was refused.</summary>
[Collection(nameof(OpenOffice))]
public sealed class FocusTests(OpenOffice office)
{
    [Fact]
    public async Task A_panel_opens_in_its_first_field_and_a_refusal_is_read_out_and_seen()
    {
        await using var clerk = await office.VisitAsync(user: "supervisor", screen: Screen.Narrow);
        Dictionary<string, string> found = [];
        foreach (var (name, list, link) in new[]
        {
            ("request", "/desk/promises?light=InTime", "a[href^='/desk/requests/0']"), ("care", "/desk/care-calls?show=call", "td a[href^='/desk/care-calls/0']"),
            ("handover", "/desk/handovers?state=Accepted", "a[href^='/desk/handovers/0']"), ("supply", "/desk/supply", "a[href^='/desk/supply/0']"),
        })
        {
            await clerk.GoAsync(list);
            found[name] = (await clerk.Page.Locator($"main {link}").First.GetAttributeAsync("href"))!;
        }

        foreach (var (page, action) in new[] { ("request", "ask"), ("request", "extend"), ("request", "tell"), ("care", "call"), ("handover", "answer"), ("supply", "delay") })
        {
            await clerk.GoAsync(found[page]);
            var key = (await clerk.Page.Locator($"main a[href$='?do={action}'][data-key]").First.GetAttributeAsync("data-key"))!;
            await clerk.TurnAsync(key.Replace("Alt+", "Alt+Key", StringComparison.Ordinal));
            (await clerk.Page.EvaluateAsync<bool>("() => document.activeElement === document.querySelector('#do input:not([type=hidden]), #do select, #do textarea')")).ShouldBeTrue($"{page} {action}: {await AtAsync(clerk)}");

            await clerk.Page.Keyboard.PressAsync("Tab"); // away from where the page opened
            await clerk.TurnAsync("Alt+KeyS");
            await clerk.Page.WaitForTimeoutAsync(200); // what the browser itself does with the focus, it does late
            (await clerk.Page.EvaluateAsync<bool>("() => document.activeElement.matches('.govuk-error-summary')")).ShouldBeTrue($"{page} {action} refused: {await AtAsync(clerk)}");
            (await clerk.Page.EvaluateAsync<bool>("() => { const r = document.activeElement.getBoundingClientRect(); return r.top >= 0 && r.top < innerHeight; }")).ShouldBeTrue($"{page} {action}: the summary is in view");
        }

        clerk.ShouldBeQuiet();
    }

    private static Task<string> AtAsync(Visit visit) => visit.Page.EvaluateAsync<string>("() => document.activeElement.outerHTML.slice(0, 200)");
}
