using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Time;
using GridDesk.Notices.Providers;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Notices.Phone;

/// <summary>
/// Carries news to browsers over whatever push service each of them uses (RFC 8030). A service that says that a subscription is over
/// ends it here too; one that fails is the affair of the phone that chose it, so it is asked again with the growing pauses of a receiver
/// that cannot take it now, and says nothing of the others.
/// </summary>
internal sealed class WebPush(IHttpClientFactory http, IServiceScopeFactory scopes, Vapid vapid, IClock clock) : IMessageProvider
{
    public const string Client = "web-push";

    private const int LongestText = 500;

    // News of a case is worth knowing for three days; then the phone asks itself.
    private static readonly Duration KeptFor = Duration.FromDays(3);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public string Name => Client;

    public MessageChannel Channel => MessageChannel.Push;

    public async Task<Handed> HandAsync(Outgoing message, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        if (!Guid.TryParse(message.To, out var id) || await db.PushSubscriptions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } subscription)
        {
            return new(FailureKind.Permanent, Reason: "the device no longer takes notifications");
        }

        using var request = await WriteAsync(db, message, subscription, cancel);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            using var answer = await http.CreateClient(Client).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            switch (answer.StatusCode)
            {
                case HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted or HttpStatusCode.NoContent:
                    return new(null, $"{message.Id:N}");
                case HttpStatusCode.NotFound or HttpStatusCode.Gone:
                    await db.CommitAsync(() => db.PushSubscriptions.Where(s => s.Id == id && s.Endpoint == subscription.Endpoint).ExecuteDeleteAsync(cancel), cancel);
                    return new(FailureKind.Permanent, Reason: $"the subscription is over ({(int)answer.StatusCode})");
                default:
                    return new(FailureKind.Temporary, Reason: $"the push service answered {(int)answer.StatusCode}");
            }
        }
        catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            return new(FailureKind.Temporary, Reason: problem is HttpRequestException ? problem.Message : "the push service did not answer in time");
        }
    }

    private async Task<HttpRequestMessage> WriteAsync(OfficeDb db, Outgoing message, PushSubscription subscription, CancellationToken cancel)
    {
        var text = message.Text.Length > LongestText ? message.Text[..LongestText] : message.Text;
        var body = PushEncryption.Encrypt(JsonSerializer.SerializeToUtf8Bytes(new { message.Id, text, lang = message.Language.Tag }, Json.Options), subscription.PublicKey, subscription.Auth);
        var endpoint = new Uri(subscription.Endpoint);
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Content.Headers.ContentEncoding.Add("aes128gcm");
        request.Headers.Add("TTL", $"{(int)KeptFor.TotalSeconds}");
        request.Headers.Add("Urgency", "normal");
        request.Headers.TryAddWithoutValidation("Authorization", await vapid.HeaderAsync(db, endpoint, clock.Now(), cancel));
        return request;
    }
}
