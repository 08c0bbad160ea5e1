using System.Reflection;
using GridDesk.BrowserTests.Infrastructure;
using Microsoft.AspNetCore.Razor.Hosting;

namespace GridDesk.BrowserTests.Journeys;

/// <summary>Every page, in both languages, on the narrowest screen: axe finds nothing, nothing sticks out, the console is silent.</summary>
[Collection(nameof(OpenOffice))]
public sealed class EveryPageTests(OpenOffice office)
{
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("GRIDDESK_LONG") == "1";

    [Fact]
    public Task Every_page_can_be_used_by_everybody_at_320_pixels() => LookAtAllAsync(Screen.Narrow);

    [Theory(Skip = "only with --all", SkipUnless = nameof(IsLong))]
    [InlineData(1280)]
    [InlineData(640)] // a screen of 1280 at 200 %
    public Task Every_page_can_be_used_by_everybody_on_wider_screens_and_enlarged(int width) => LookAtAllAsync(new(width, 800));

    [Fact]
    public void Every_page_of_the_program_stands_in_the_list()
    {
        var pages = Directory.GetFiles(AppContext.BaseDirectory, "GridDesk.*.dll").Select(Assembly.LoadFrom)
            .SelectMany(a => a.GetCustomAttributes<RazorCompiledItemAttribute>()).Where(item => item.Kind == "mvc.1.0.razor-page")
            .Select(item => item.Type.GetCustomAttributes<RazorCompiledItemMetadataAttribute>().Single(m => m.Key == "RouteTemplate").Value.Trim('/')).ToList();
        pages.Count.ShouldBeGreaterThan(35);
        pages.Except([.. Looks.All.Select(l => l.Route), .. Looks.ByWalking, .. Looks.LeadOn]).ShouldBeEmpty("give the page a line in Looks");
        Looks.All.Select(l => l.Route).Except(pages).ShouldBeEmpty("these pages are gone");
    }

    // Both languages side by side, a core each.
    private async Task LookAtAllAsync(Screen screen)
    {
        var found = await Found.OfAsync(office);
        var wrong = await Task.WhenAll(LookAtAllAsync("zh", screen, found), LookAtAllAsync("en", screen, found));
        wrong.SelectMany(w => w).ShouldBeEmpty(string.Join('\n', wrong.SelectMany(w => w)));
    }

    private async Task<IReadOnlyList<string>> LookAtAllAsync(string language, Screen screen, IReadOnlyDictionary<string, string> found)
    {
        var wrong = new List<string>();
        foreach (var group in Looks.All.GroupBy(l => l.User))
        {
            await using var visit = await office.VisitAsync(language, group.Key, screen);
            foreach (var look in group)
            {
                var path = Found.Fill(found, look.Path);
                var status = await visit.GoAsync(path);
                if (status != look.Status)
                {
                    wrong.Add($"{language} {path} as {look.User ?? "a customer"}: answers {status}, not {look.Status}");
                    continue;
                }

                await JudgeAsync(visit, $"{language} {path} as {look.User ?? "a customer"}", wrong);
                if (look.Wrong is not null)
                {
                    await SendBlankAsync(visit, look.Wrong);
                    if (await visit.Page.Locator(".govuk-error-summary").CountAsync() == 0)
                    {
                        wrong.Add($"{language} {path}: left blank, it says nothing is wrong");
                    }

                    await JudgeAsync(visit, $"{language} {path} left blank", wrong);
                }
            }

            wrong.AddRange(visit.Complaints);
            if (group.Key is null && screen == Screen.Narrow)
            {
                await LookAtLargeTextAsync(visit, group, language, found, wrong);
            }
        }

        return wrong;
    }

    private static async Task LookAtLargeTextAsync(Visit visit, IEnumerable<Look> looks, string language, IReadOnlyDictionary<string, string> found, List<string> wrong)
    {
        await visit.GoAsync("/?text=large");
        foreach (var look in looks)
        {
            var path = Found.Fill(found, look.Path);
            await visit.GoAsync(path);
            wrong.AddRange((await Axe.SticksOutAsync(visit.Page)).Select(s => $"{language} {path} in large text: {s}"));
        }
    }

    private static async Task JudgeAsync(Visit visit, string where, List<string> wrong)
    {
        wrong.AddRange((await Axe.LookAsync(visit.Page)).Select(v => $"{where}: {v}"));
        wrong.AddRange((await Axe.SticksOutAsync(visit.Page)).Select(s => $"{where}: {s}"));
    }

    private static async Task SendBlankAsync(Visit visit, string button)
    {
        await visit.Page.EvaluateAsync("""
            selector => {
              window.before = true;
              const button = document.querySelector(selector);
              for (const e of button.form.elements) {
                if (/radio|checkbox/.test(e.type)) e.checked = false;
                else if (!/hidden|submit|button|file|select/.test(e.type)) e.value = '';
              }
              button.form.noValidate = true;
              button.form.requestSubmit(button);
            }
            """, button);
        await visit.Page.WaitForFunctionAsync("() => !window.before && document.readyState === 'complete'");
    }
}
