using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using GridDesk.Kernel.Data;
using GridDesk.Requests.Handovers;
using GridDesk.Staff;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Api;

namespace GridDesk.Tests.Requests.Handovers;

/// <summary>The call centre's program, which passes cases on and asks how they stand.</summary>
internal sealed class CallCentre(TestOffice office, string token)
{
    private readonly HttpClient _http = office.Api();

    public static async Task<CallCentre> OfAsync(TestOffice office) => new(office, await ApiCaller.TokenAsync(office, "callcentre", Role.CallCentre));

    public static JsonObject Case(string number, string kind = "billing", string name = "陳玉蘭", string receivedAt = "2019-06-20T09:50:00+08:00") => new()
    {
        ["number"] = number,
        ["kind"] = kind,
        ["receivedAt"] = receivedAt,
        ["summary"] = "這期電費比上期多一倍，請回電 0912-345-678",
        ["customer"] = new JsonObject { ["name"] = name, ["phone"] = "0912-345-678", ["electricityNumber"] = ApiCaller.ElectricityNumberOf() },
    };

    public async Task<(int Status, JsonObject Body)> PassOnAsync(JsonNode body, string? key = null, bool withKey = true, string language = "en")
    {
        var message = new HttpRequestMessage(HttpMethod.Post, "/api/handovers") { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        if (withKey)
        {
            message.Headers.Add("Idempotency-Key", key ?? $"{Guid.NewGuid()}");
        }

        return await SendAsync(message, language);
    }

    public Task<(int Status, JsonObject Body)> AskAsync(string number, string language = "en") => SendAsync(new(HttpMethod.Get, $"/api/handovers/{number}"), language);

    /// <summary>The hand-over that was made of a number.</summary>
    public Task<Handover> FindAsync(string number) => office.WithAsync<OfficeDb, Handover>(db => db.Set<Handover>().AsNoTracking().SingleAsync(h => h.Number == number));

    private async Task<(int, JsonObject)> SendAsync(HttpRequestMessage message, string language)
    {
        message.Headers.AcceptLanguage.ParseAdd(language);
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await _http.SendAsync(message);
        return (int)answer.StatusCode < 500 ? ((int)answer.StatusCode, await ApiCaller.JsonOfAsync(answer)) : throw new InvalidOperationException(office.Faults.LastOrDefault());
    }
}
