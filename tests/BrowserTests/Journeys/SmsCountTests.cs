using System.Text.Json;
using GridDesk.BrowserTests.Infrastructure;

namespace GridDesk.BrowserTests.Journeys;

/// <summary>While somebody writes, the page counts as the server does.</summary>
[Collection(nameof(OpenOffice))]
public sealed class SmsCountTests(OpenOffice office)
{
    [Fact]
    public async Task The_script_counts_as_the_table_says_that_the_server_is_held_against()
    {
        await using var visit = await office.VisitAsync();
        await visit.GoAsync("/");
        var table = await File.ReadAllTextAsync(Path.Combine(RunningOffice.Root, "tests", "Tests", "Notices", "Templates", "sms-parts.json"));
        var counted = await visit.Page.EvaluateAsync<string>("""
            async rows => {
              const { partsOf } = await import('/_content/GridDesk.Notices/js/sms-parts.js');
              return JSON.stringify(JSON.parse(rows).map(({ sign, times }) => ({ sign, times, ...partsOf(sign.repeat(times)) })));
            }
            """, table);
        Normal(counted).ShouldBe(Normal(table));

        static string Normal(string rows) => string.Join('\n', JsonDocument.Parse(rows).RootElement.EnumerateArray().Select(r => $"{r.GetProperty("sign")} {r.GetProperty("times")}: {r.GetProperty("count")} {r.GetProperty("isGsm")} {r.GetProperty("left")} {r.GetProperty("units")}"));
    }

    [Fact]
    public async Task A_text_message_is_counted_and_unknown_fields_are_named_as_they_are_typed()
    {
        await using var supervisor = await office.VisitAsync(user: "supervisor");
        await supervisor.GoAsync("/desk/notices/templates/payment-due");
        await supervisor.Page.Locator("details:has(#text-sms-en) summary").ClickAsync();
        await supervisor.Page.Locator("#text-sms-en").FillAsync("NT${amount} {oops}");
        var says = supervisor.Page.Locator("#says-text-sms-en");
        (await says.InnerTextAsync()).ShouldContain("{oops}");
        (await says.Locator("[data-count]").InnerTextAsync()).ShouldBe("1");
        (await says.Locator("[data-gsm]").IsVisibleAsync()).ShouldBeTrue();
        await supervisor.Page.Locator("#text-sms-en").FillAsync("NT${amount} 電");
        (await says.Locator("[data-unknown]").IsVisibleAsync()).ShouldBeFalse();
        (await says.Locator("[data-ucs]").IsVisibleAsync()).ShouldBeTrue();
    }
}
