using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace GridDesk.Requests.Handovers;

/// <summary>A call centre that listens: each piece of news is one POST with an id, by which it knows what it has heard before.</summary>
internal sealed class CallCentreByHttp(HttpClient http, CallCentreSettings settings) : ICallCentre
{
    public async Task TellAsync(HandoverNews news, Guid id, CancellationToken cancel)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, settings.Url) { Content = JsonContent.Create(news, options: Json.Options) };
        message.Headers.Add("Idempotency-Key", $"{id}");
        if (settings.Token is { } token)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using var answer = await http.SendAsync(message, cancel);
        answer.EnsureSuccessStatusCode();
    }
}
