using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using GridDesk.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GridDesk.Tests.Ui;

/// <summary>A program with nothing but the design system, one page and a few endpoints.</summary>
public sealed class UiOffice : IAsyncLifetime
{
    private WebApplication _app = null!;

    public HttpClient Http { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(UiOffice).Assembly.GetName().Name });
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();

        var chrome = new Chrome { OfficeName = new("嘉義區營業處", "Chiayi District Office"), Phone = "05-200-0100", ClockBanner = new("這是示範。", "This is a demonstration.") };
        chrome.Sections.Add(new NavItem(new("查進度", "Track"), "/track", Area.Public, 2));
        chrome.Sections.Add(new NavItem(new("辦事", "Services"), "/services", Area.Public, 1));
        chrome.Sections.Add(new NavItem(new("我的工作", "My work"), "/desk", Area.Desk, 1));
        chrome.Sections.Add(new NavItem(new("稽核", "Audit"), "/services/audit", Area.Public, 3, "auditor", "editor"));

        builder.Services.AddSingleton(chrome);
        builder.Services.AddUi().ConfigureApplicationPartManager(parts =>
        {
            parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(typeof(SamplePage).Assembly));
        });

        _app = builder.Build();
        _app.UseUi();
        _app.MapRazorPages();
        _app.MapGet("/where", (HttpContext http) => $"{http.Request.PathBase}|{http.Request.Path}|{Languages.Current.Tag}");
        _app.MapGet("/api/where", () => Languages.Current.Tag);
        _app.MapGet("/published", (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "public, max-age=60";
            return "ok";
        });
        _app.MapGet("/broken", IResult () => throw new InvalidOperationException("the secret"));
        _app.MapGet("/case", IResult () => throw new Refusal("case.not-found", "查不到這一件。", "No such case."));
        _app.MapGet("/api/refuse/{code}", IResult (string code) => throw new Refusal(code, "請再看一次。", "Please check.", "meters[0].number"));
        _app.MapGet("/api/broken", IResult () => throw new InvalidOperationException("the secret"));
        _app.MapPost("/api/body", (Sample.InputModel body) => body.Phone);
        await _app.StartAsync();

        Http = _app.GetTestClient();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Opens a page with a form.</summary>
    public async Task<OpenForm> OpenAsync(string path = "/sample")
    {
        var answer = await Http.GetAsync(path);
        var page = await ReadAsync(answer);

        return new OpenForm(
            path,
            string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])),
            page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!);
    }

    /// <summary>Opens the form and sends it with these fields, as a browser does.</summary>
    public async Task<HttpResponseMessage> SendAsync(Dictionary<string, string> fields, string path = "/sample") =>
        await SendAsync(await OpenAsync(path), fields);

    public async Task<HttpResponseMessage> SendAsync(OpenForm form, Dictionary<string, string> fields, string? site = "same-origin")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, form.Path)
        {
            Content = new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", form.Token))),
        };
        request.Headers.Add("Cookie", form.Cookie);

        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        return await Http.SendAsync(request);
    }

    public static async Task<IDocument> ReadAsync(HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
}

public sealed record OpenForm(string Path, string Cookie, string Token);
