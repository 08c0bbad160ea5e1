using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace GridDesk.Notices.Providers;

/// <summary>
/// A company that sends text messages or rings people up, spoken to over HTTP: one POST of JSON for each message. Text messages carry the
/// text, calls the text to be spoken; the id says which are the same.
/// </summary>
internal sealed class HttpProvider(HttpClient http, HttpProviderSettings settings) : IMessageProvider
{
    private const int LongestReference = 200;

    public string Name => settings.Name;

    public MessageChannel Channel => settings.Channel;

    public double? PerSecond => settings.PerSecond;

    public bool GivesReceipts => settings.GivesReceipts;

    public async Task<Handed> HandAsync(Outgoing message, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Url)
        {
            Content = JsonContent.Create(new { message.Id, message.To, message.Text, Language = message.Language.Tag }, options: Json.Options),
        };
        request.Headers.Add("Idempotency-Key", $"{message.Id}");
        if (settings.Token is { } token)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(settings.Patience);
        using var answer = await http.SendAsync(request, patience.Token);
        var said = await ReadAsync(answer, patience.Token);
        return answer.StatusCode switch
        {
            // A yes without a name for it would leave its receipts without a message.
            HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted => said is { Reference: { Length: > 0 and <= LongestReference } reference } ? new(null, reference) : new(FailureKind.Technical, Reason: $"{settings.Name} said yes without a reference"),
            HttpStatusCode.UnprocessableEntity => new(FailureKind.Permanent, Reason: said?.Reason ?? "refused by the provider"),
            HttpStatusCode.Conflict => new(FailureKind.Temporary, Reason: said?.Reason ?? "not now"),
            var other => new(FailureKind.Technical, Reason: $"{settings.Name} answered {(int)other}"),
        };
    }

    private static async Task<Said?> ReadAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        try
        {
            return await answer.Content.ReadFromJsonAsync<Said>(Json.Options, cancel);
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException or InvalidOperationException)
        {
            return null;
        }
    }

    private sealed record Said(string? Reference, string? Reason);
}

/// <param name="Token">Sent as a bearer token, so that the provider knows who speaks.</param>
internal sealed record HttpProviderSettings(string Name, MessageChannel Channel, Uri Url, string? Token)
{
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    public double? PerSecond { get; init; }

    public bool GivesReceipts { get; init; }
}
