using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using GridDesk.Customers.Fields;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Requests;
using GridDesk.Staff;
using GridDesk.Staff.Tokens;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Requests.Api;

/// <summary>Another program that files requests and looks at them.</summary>
internal sealed class ApiCaller(TestOffice office)
{
    public static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, .. Enumerable.Range(0, 40).Select(i => (byte)i)];

    public HttpClient Http { get; } = office.Api();

    public static string ElectricityNumberOf(string tenDigits = "0728193740") => tenDigits + ElectricityNumber.CheckDigit(tenDigits + "0");

    /// <summary>A change of holder after a purchase: it needs two documents.</summary>
    public static JsonObject Transfer(string name = "王小明", string phone = "0912-345-678", params IEnumerable<string> documents) => new()
    {
        ["service"] = "XFER",
        ["applicant"] = new JsonObject { ["name"] = name, ["phone"] = phone, ["email"] = "ming@example.org", ["kind"] = "person" },
        ["electricityNumber"] = ElectricityNumberOf(),
        ["answers"] = new JsonObject { ["holderKind"] = "person", ["newHolderId"] = "A123456789", ["reason"] = "bought", ["fromDate"] = "2019-06-21" },
        ["documents"] = new JsonArray([.. documents.Select(d => JsonValue.Create(d))]),
    };

    public async Task<JsonObject> CompleteTransferAsync(string name = "王小明", string phone = "0912-345-678") =>
        Transfer(name, phone, await UploadAsync(), await UploadAsync());

    public async Task<string> UploadAsync(byte[]? bytes = null) => (await JsonOfAsync(await SendFileAsync(bytes ?? Pdf)))["id"]!.GetValue<string>();

    public Task<HttpResponseMessage> SendFileAsync(byte[] bytes, string field = "file", string name = "scan.pdf", string query = "") =>
        Http.PostAsync("/api/uploads" + query, new MultipartFormDataContent { { new ByteArrayContent(bytes), field, name } });

    public Task<HttpResponseMessage> PostAsync(JsonNode body, string? key = null, string? token = null, string language = "zh-TW") =>
        PostAsync(body.ToJsonString(), key ?? $"{Guid.NewGuid()}", token, language);

    public async Task<HttpResponseMessage> PostAsync(string body, string? key, string? token = null, string language = "zh-TW")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/requests") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.AcceptLanguage.ParseAdd(language);
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        var answer = await Http.SendAsync(request);
        return (int)answer.StatusCode < 500 ? answer : throw new InvalidOperationException(office.Faults.LastOrDefault());
    }

    public Task<HttpResponseMessage> AskAsync(string number, string code, string language = "zh-TW")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/requests/{number}?code={code}");
        request.Headers.AcceptLanguage.ParseAdd(language);
        return Http.SendAsync(request);
    }

    /// <summary>What was filed under an applicant's name.</summary>
    public Task<ServiceRequest> FindAsync(string name) =>
        office.WithAsync<OfficeDb, ServiceRequest>(db => db.Set<ServiceRequest>().SingleAsync(r => r.Particulars.Name == name));

    /// <summary>A token of somebody's with one of their roles.</summary>
    public static async Task<string> TokenAsync(TestOffice office, string user, Role role)
    {
        var id = await office.WithAsync<OfficeDb, Guid>(db => db.Set<StaffLogin>().Where(l => l.UserName == user).Select(l => l.Id).SingleAsync());
        return await office.WithAsync<TokenDesk, string>(desk => desk.IssueAsync(id, "test", TokenKind.App, [role], office.Clock.GetCurrentInstant() + Duration.FromDays(30), Actor.Office));
    }

    public static async Task<JsonObject> JsonOfAsync(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
}
