using System.Collections.Concurrent;
using GridDesk.BrowserTests.Infrastructure;
using Microsoft.Playwright;

namespace GridDesk.BrowserTests.Journeys;

/// <summary>Applications page by page: each kind of question as it is asked and as it comes back when nothing was answered.</summary>
[Collection(nameof(OpenOffice))]
public sealed class ApplicationTests(OpenOffice office)
{
    // Between them they ask every kind of question.
    private static readonly string[] Services = ["xfer", "ev", "addr", "fault", "tou-x"];
    private static readonly string[] Guesses = ["測試", "10", "A123456789", "04595257", "0912345678", "a@example.org"];

    [Fact]
    public async Task Every_page_of_an_application_can_be_used_by_everybody_at_320_pixels()
    {
        var number = await Sample.ElectricityNumberAsync(office);
        var (seen, wrong) = (new ConcurrentDictionary<string, string>(), new ConcurrentQueue<string>());
        var walks = from service in Services from language in (string[])["zh", "en"] select (language, service);
        await Parallel.ForEachAsync(walks, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (walk, _) => await WalkAsync(walk.language, walk.service, number, seen, wrong));
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
        seen.Count.ShouldBeGreaterThan(40);
    }

    private async Task WalkAsync(string language, string service, string number, ConcurrentDictionary<string, string> seen, ConcurrentQueue<string> wrong)
    {
        await using var visit = await office.VisitAsync(language, screen: Screen.Narrow);
        await visit.GoAsync($"/apply/{service}");
        await SendAsync(visit, "main form button");
        for (var pages = 0; pages < 40 && !visit.Page.Url.EndsWith("/done", StringComparison.Ordinal); pages++)
        {
            var here = visit.Page.Url;
            await JudgeOnceAsync(visit, language, seen, wrong);
            await SendAsync(visit, "main form button.govuk-button");
            if (visit.Page.Url == here)
            {
                await JudgeOnceAsync(visit, language, seen, wrong);
                await AnswerAsync(visit, number);
            }

            visit.Page.Url.ShouldNotBe(here, await visit.TextAsync("main"));
        }

        visit.Page.Url.ShouldEndWith("/done");
        await JudgeOnceAsync(visit, language, seen, wrong);
        foreach (var complaint in visit.Complaints)
        {
            wrong.Enqueue(complaint);
        }
    }

    // A page that has the same fields and marks as one before looks the same.
    private static async Task JudgeOnceAsync(Visit visit, string language, ConcurrentDictionary<string, string> seen, ConcurrentQueue<string> wrong)
    {
        var looks = await visit.Page.EvaluateAsync<string>("() => [...document.querySelectorAll('main [class]')].map(e => e.tagName + e.className + (e.type ?? '')).join()");
        if (seen.TryAdd($"{language} {looks}", visit.Page.Url))
        {
            foreach (var fault in (string[])[.. await Axe.LookAsync(visit.Page), .. await Axe.SticksOutAsync(visit.Page)])
            {
                wrong.Enqueue($"{visit.Page.Url}: {fault}");
            }
        }
    }

    // Fills in the page: the first of every choice, what a field is plainly for, and otherwise guesses until it is accepted.
    private static async Task AnswerAsync(Visit visit, string number)
    {
        var here = visit.Page.Url;
        if (await visit.Page.Locator("[name=later]").CountAsync() > 0)
        {
            await SendAsync(visit, "[name=later]");
            return;
        }

        foreach (var guess in Guesses)
        {
            var file = visit.Page.Locator("main input[type=file]");
            if (await file.CountAsync() > 0)
            {
                await file.SetInputFilesAsync(new FilePayload { Name = "p.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4\n%%EOF\n"u8.ToArray() });
            }

            await visit.Page.EvaluateAsync("""
                ({ guess, number }) => {
                  const known = { year: '108', month: '6', day: '20', county: '嘉義市', district: '西區', road: '中山路', number: '10', postcode: '600', section: '', lane: '', alley: '', floor: '',
                    name: '陳阿滿', phone: '0912345678', email: 'a@example.org', electricityNumber: number };
                  const groups = new Set();
                  for (const e of document.querySelectorAll('main form input, main form textarea, main form select')) {
                    const last = e.name.split('.').at(-1);
                    if (/hidden|file/.test(e.type)) continue;
                    if (/radio|checkbox/.test(e.type)) { if (!groups.has(e.name)) e.checked = true; groups.add(e.name); }
                    else if (e.tagName === 'SELECT') e.selectedIndex = Math.min(1, e.options.length - 1);
                    else if (e.closest('.gd-parts, .govuk-date-input') && last in known || e.name.startsWith('applicant.') || e.name === 'electricityNumber') e.value = known[last];
                    else e.value = /number|電號/i.test(e.name) && /electric|account/i.test(e.name) ? number : guess;
                  }
                }
                """, new { guess, number });
            await SendAsync(visit, "main form button.govuk-button:not([name=add]):not([name=remove])");
            if (visit.Page.Url != here)
            {
                return;
            }
        }
    }

    private static async Task SendAsync(Visit visit, string button)
    {
        await visit.Page.EvaluateAsync("selector => { window.before = true; const all = [...document.querySelectorAll(selector)]; const b = all.find(e => !e.name) ?? all[0]; b.form.requestSubmit(b); }", button);
        await visit.Page.WaitForFunctionAsync("() => !window.before && document.readyState === 'complete'");
    }
}
