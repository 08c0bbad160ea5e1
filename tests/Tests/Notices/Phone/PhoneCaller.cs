using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;

namespace GridDesk.Tests.Notices.Phone;

/// <summary>A phone with the company's app, or with our page.</summary>
internal sealed class PhoneCaller(TestOffice office)
{
    private readonly HttpClient _http = office.Api();

    public string? Key { get; set; }

    public static async Task<PhoneCaller> WithKeyAsync(TestOffice office, string kind = "app")
    {
        var phone = new PhoneCaller(office);
        phone.Key = (string)(await JsonAsync(await phone.SendAsync("POST", "/devices", new { kind }), HttpStatusCode.Created))["key"]!;
        return phone;
    }

    public Task<HttpResponseMessage> SendAsync(string method, string path, object? body = null, string? tag = null)
    {
        var message = new HttpRequestMessage(new HttpMethod(method), "/api/my" + path) { Content = body is null ? null : JsonContent.Create(body) };
        message.Headers.AcceptLanguage.ParseAdd("en");
        if (Key is not null)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        }

        if (tag is not null)
        {
            message.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        return _http.SendAsync(message);
    }

    public async Task<HttpResponseMessage> KeepAsync(ServiceRequest request) => await SendAsync("POST", "/requests", new { number = request.Name, code = await CodeAsync(request) });

    public Task<string> CodeAsync(ServiceRequest request) => office.DoAsync(desk => desk.CodeOfAsync(request));

    public async Task<IReadOnlyList<JsonNode>> ListAsync() => [.. (await JsonAsync(await SendAsync("GET", "/requests"), HttpStatusCode.OK))["requests"]!.AsArray().Select(row => row!)];

    public static async Task<JsonNode> JsonAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, text);
        return JsonNode.Parse(text)!;
    }

    public static async Task<string> CodeOfAsync(HttpResponseMessage answer) => (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"]!;
}
