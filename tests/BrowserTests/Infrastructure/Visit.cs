using System.Globalization;
using Microsoft.Playwright;

namespace GridDesk.BrowserTests.Infrastructure;

/// <summary>One person at one browser, with a keyboard and no mouse.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly string _language;
    private readonly List<string> _complaints = [];
    private FilePayload? _file;

    private Visit(IPage page, string language)
    {
        (Page, _language) = (page, language);
        page.Console += (_, message) =>
        {
            // A refused form is a 4xx page; the browser says so and that is right.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource: the server responded with a status of 4", StringComparison.Ordinal))
            {
                _complaints.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => _complaints.Add($"{page.Url}: {error}");
        // Listened to from the start: the browser learns of it too late when the key has been pressed already.
        page.FileChooser += (_, chooser) => chooser.SetFilesAsync(_file!);
    }

    public IPage Page { get; }

    /// <summary>What the browser's console said.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Keys pressed that are not text.</summary>
    public int Keys { get; set; }

    /// <summary>What people waited for each document, in milliseconds.</summary>
    public List<(string Path, double Milliseconds)> Waits { get; } = [];

    public static async Task<Visit> BeginAsync(IBrowserContext context, string language)
    {
        context.SetDefaultTimeout(60_000);
        return new(await context.NewPageAsync(), language);
    }

    /// <param name="path">Without the language.</param>
    public async Task<int> GoAsync(string path)
    {
        var answer = await Page.GotoAsync(_language == "en" ? $"/en{path}".TrimEnd('/') + (path == "/" ? "/" : "") : path);
        return answer!.Status;
    }

    public async Task PressAsync(string keys, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            Keys++;
            await Page.Keyboard.PressAsync(keys);
        }
    }

    /// <summary>Free text, or what a scanner sends.</summary>
    public Task TypeAsync(string text) => Page.Keyboard.TypeAsync(text);

    /// <summary>Opens the field of files that has the focus and chooses this one.</summary>
    public async Task ChooseFileAsync(FilePayload file)
    {
        _file = file;
        await PressAsync("Space");
        await Page.WaitForFunctionAsync("() => document.activeElement.files.length > 0");
    }

    /// <summary>Presses a key that leads to another page and waits until that page is there.</summary>
    public async Task TurnAsync(string keys)
    {
        await Page.EvaluateAsync("() => { window.before = true; }");
        await PressAsync(keys);
        await Page.WaitForFunctionAsync("() => !window.before && document.readyState === 'complete'");
        var waited = await Page.EvaluateAsync<double>("() => { const t = performance.getEntriesByType('navigation')[0]; return t.responseEnd - t.startTime; }");
        Waits.Add((new Uri(Page.Url).AbsolutePath, waited));
    }

    /// <summary>Tab until the element that matches has the focus; anybody who cannot get there by Tab fails here.</summary>
    public async Task TabToAsync(string selector)
    {
        for (var i = 0; i < 80; i++)
        {
            if (await Page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector))
            {
                return;
            }

            await PressAsync("Tab");
        }

        throw new ShouldAssertException($"Tab never reached {selector} on {Page.Url}");
    }

    public async Task SignInAsync(string user)
    {
        await TabToAsync("[name='Input.UserName']");
        await TypeAsync(user);
        await PressAsync("Tab");
        await TypeAsync(OpenOffice.Password);
        await TurnAsync("Enter");
        Page.Url.ShouldContain("/desk");
    }

    public Task<string> TextAsync(string selector) => Page.Locator(selector).First.InnerTextAsync();

    /// <summary>The text size of an element as printed, in points.</summary>
    public Task<double> PointsAsync(string selector) =>
        Page.Locator(selector).First.EvaluateAsync<double>("e => parseFloat(getComputedStyle(e).fontSize) * 0.75");

    public void ShouldBeQuiet() => _complaints.ShouldBeEmpty(string.Join('\n', _complaints));

    public string WaitsInWords() => string.Join("; ", Waits.Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Path} {w.Milliseconds:0} ms")));

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
