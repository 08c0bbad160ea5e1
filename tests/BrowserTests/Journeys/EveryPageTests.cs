using System.Collections.Concurrent;
using System.Reflection;
using GridDesk.BrowserTests.Infrastructure;
using Microsoft.AspNetCore.Razor.Hosting;

namespace GridDesk.BrowserTests.Journeys;

/// <summary>Every page, in both languages, on the narrowest screen: axe finds nothing, nothing sticks out, the console is silent.</summary>
[Collection(nameof(OpenOffice))]
public sealed class EveryPageTests(OpenOffice office)
{
    // A browser's page keeps one core busy; the program and the test need a little of the other.
    private static readonly ParallelOptions Together = new() { MaxDegreeOfParallelism = 3 };

    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("GRIDDESK_LONG") == "1";

    [Fact]
    public Task Every_page_can_be_used_by_everybody_at_320_pixels() => LookAtAllAsync(Screen.Narrow);

    [Theory(Skip = "only with --all", SkipUnless = nameof(IsLong))]
    [InlineData(1280)]
    [InlineData(640)] // a screen of 1280 at 200 %
    public Task Every_page_can_be_used_by_everybody_on_wider_screens_and_enlarged(int width) => LookAtAllAsync(new(width, 800));

    [Theory(Skip = "only with --all", SkipUnless = nameof(IsLong))]
    [InlineData(320)]
    [InlineData(1280)]
    public Task Every_public_page_can_be_used_by_everybody_in_large_text(int width) => LookAtAllAsync(new(width, 800), inLargeText: true);

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

    private async Task LookAtAllAsync(Screen screen, bool inLargeText = false)
    {
        var found = await Found.OfAsync(office);
        var wrong = new ConcurrentQueue<string>();
        var rounds = from looks in Looks.All.GroupBy(l => l.User)
                     where looks.Key is null || !inLargeText // the desk has one size of its own
                     orderby looks.Count() descending
                     from language in (string[])["zh", "en"]
                     select (language, looks);
        await Parallel.ForEachAsync(rounds, Together, async (round, _) =>
        {
            foreach (var fault in await LookAsync(round.language, round.looks.Key, [.. round.looks], screen, inLargeText, found))
            {
                wrong.Enqueue(fault);
            }
        });
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    /// <summary>One person's pages in one language, one after the other.</summary>
    private async Task<IReadOnlyList<string>> LookAsync(string language, string? user, IReadOnlyList<Look> looks, Screen screen, bool inLargeText, IReadOnlyDictionary<string, string> found)
    {
        var wrong = new List<string>();
        await using var visit = await office.VisitAsync(language, user, screen);
        if (inLargeText)
        {
            await visit.GoAsync("/?text=large");
        }

        foreach (var look in looks)
        {
            var path = Found.Fill(found, look.Path);
            var where = $"{language} {path} as {look.User ?? "a customer"}";
            var status = await visit.GoAsync(path);
            if (status != look.Status)
            {
                wrong.Add($"{where}: answers {status}, not {look.Status}");
                continue;
            }

            await JudgeAsync(visit, where, wrong);
            if (look.Wrong is not null)
            {
                await SendBlankAsync(visit, look.Wrong);
                if (await visit.Page.Locator(".govuk-error-summary").CountAsync() == 0)
                {
                    wrong.Add($"{where}: left blank, it says nothing is wrong");
                }

                await JudgeAsync(visit, $"{where}, left blank", wrong);
            }
        }

        wrong.AddRange(visit.Complaints);
        if (user is null && screen == Screen.Narrow)
        {
            await LookAtLargeTextAsync(visit, looks, language, found, wrong);
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
