using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.TestHost;

namespace GridDesk.Tests.Staff;

/// <summary>A browser with cookies and without scripts, which does not follow redirects by itself.</summary>
public sealed class Visitor(TestServer server)
{
    private readonly CookieContainer _cookies = new();
    private readonly Uri _home = new("https://griddesk.test");

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        var address = new Uri(_home, request.RequestUri!);
        request.Headers.TryAddWithoutValidation("Cookie", _cookies.GetCookieHeader(address));
        using var http = server.CreateClient();
        http.BaseAddress = _home;
        var answer = await http.SendAsync(request);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            _cookies.SetCookies(address, cookie);
        }

        return answer;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new(HttpMethod.Get, path));

    public async Task<IHtmlDocument> ReadAsync(string path)
    {
        var answer = await GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await ParseAsync(answer);
    }

    /// <summary>Opens the page for its form's token, then sends the fields to it or to another handler.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, params IEnumerable<(string Name, string Value)> fields) => await SubmitToAsync(page, page, fields);

    public async Task<HttpResponseMessage> SubmitToAsync(string page, string address, params IEnumerable<(string Name, string Value)> fields)
    {
        var token = (await ReadAsync(page)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await SendAsync(new(HttpMethod.Post, address)
        {
            Headers = { { "Origin", _home.GetLeftPart(UriPartial.Authority) } },
            Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]),
        });
    }

    public Task<HttpResponseMessage> SignInAsync(string userName, string password, string page = "/sign-in") =>
        SubmitAsync(page, ("Input.UserName", userName), ("Input.Password", password));

    public static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    public static async Task<string> ErrorsAsync(HttpResponseMessage answer) =>
        (await ParseAsync(answer)).QuerySelector(".govuk-error-summary")?.TextContent ?? "";
}
