using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace GridDesk.BrowserTests.Infrastructure;

/// <summary>One demonstration district and one browser for every journey.</summary>
public sealed class OpenOffice : IAsyncLifetime
{
    public const string Password = "the-office-opens-at-8";

    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _signedIn = [];
    private IPlaywright? _playwright;
    private IBrowser _browser = null!;

    /// <summary>When the district opens; its clock goes on from there.</summary>
    public string Clock { get; init; } = "2019-06-20T11:40+08:00";

    public RunningOffice Program { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Program = await RunningOffice.OpenAsync(RunningOffice.NewFolder(), null, "--demo", "--demo-password", Password, "--clock", Clock);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
        if (Program is not null)
        {
            await Program.DisposeAsync();
        }
    }

    /// <summary>A browser of somebody: a customer, or whoever signs in under that user name.</summary>
    public async Task<Visit> VisitAsync(string language = "zh", string? user = null, Screen? screen = null)
    {
        var options = new BrowserNewContextOptions
        {
            BaseURL = Program.Url.ToString(),
            Locale = language == "zh" ? "zh-TW" : "en-GB",
            TimezoneId = "Asia/Taipei",
            ViewportSize = new() { Width = screen?.Width ?? 1280, Height = screen?.Height ?? 900 },
            UserAgent = screen?.UserAgent,
            StorageState = user is null ? null : await SignedInAsync(user),
        };
        return await Visit.BeginAsync(await _browser.NewContextAsync(options), language);
    }

    private Task<string> SignedInAsync(string user) => _signedIn.GetOrAdd(user, _ => new(async () =>
    {
        await using var visit = await VisitAsync();
        await visit.GoAsync("/sign-in");
        await visit.SignInAsync(user);
        return await visit.Page.Context.StorageStateAsync();
    })).Value;
}

/// <param name="UserAgent">Null for this browser's own.</param>
public sealed record Screen(int Width, int Height, string? UserAgent = null)
{
    public static readonly Screen Narrow = new(320, 640);

    public static readonly Screen OldPhone = new(320, 568, "Mozilla/5.0 (Linux; Android 6.0; SM-J200) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/95.0 Mobile Safari/537.36");
}

[CollectionDefinition(nameof(OpenOffice))]
public sealed class OfficeCollection : ICollectionFixture<OpenOffice>;
