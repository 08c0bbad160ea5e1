using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Text;
using GridDesk.Notices.Webhooks.Sign;

namespace GridDesk.Notices.Webhooks;

/// <summary>One POST to a receiver: signed, without following redirects, and with little patience.</summary>
internal sealed class WebhookPost : IDisposable
{
    private readonly HttpClient _http;
    private readonly WebhookSettings _settings;

    public WebhookPost(WebhookSettings settings)
    {
        _settings = settings;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseCookies = false, UseProxy = false, MaxResponseHeadersLength = 32, PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectCallback = settings.Inside ? null : OutsideOnly.ConnectAsync,
        };
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public async Task<WebhookReply> SendAsync(string url, string body, SigningKey key, Instant now, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(_settings.Patience);
        try
        {
            using var message = Message(url, body, key, now);
            using var answer = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return new(answer.StatusCode, Took(), await BeginningAsync(answer, patience.Token));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new(null, Took(), $"no answer within {_settings.Patience.TotalSeconds:0.#} seconds");
        }
        catch (Exception problem) when (!cancel.IsCancellationRequested) // whatever it was: an attempt, and the next one has its time
        {
            return new(null, Took(), Cut((problem.InnerException ?? problem).Message));
        }

        int Took() => (int)watch.ElapsedMilliseconds;
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Message(string url, string body, SigningKey key, Instant now)
    {
        var address = new Uri(url, UriKind.Absolute);
        if (address.Scheme != Uri.UriSchemeHttps && !_settings.Inside)
        {
            throw new HttpRequestException("the address is not https"); // registered while the setting allowed it
        }

        var bytes = Encoding.UTF8.GetBytes(body);
        var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(bytes) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue(CloudEvent.ContentType);
        message.Headers.UserAgent.Add(new ProductInfoHeaderValue("GridDesk", null));
        key.Sign(message, bytes, now);
        return message;
    }

    // No more than is shown, however much is sent; that it cannot be read does not change the answer.
    private static async Task<string> BeginningAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        var bytes = new byte[4 * WebhookAttempt.LongestText];
        try
        {
            await using var stream = await answer.Content.ReadAsStreamAsync(cancel);
            return Cut(Encoding.UTF8.GetString(bytes, 0, await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel)));
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException or OperationCanceledException)
        {
            return "";
        }
    }

    private static string Cut(string text)
    {
        var plain = string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) || c == '\uFFFD' ? ' ' : c)).Trim();
        return plain.Length > WebhookAttempt.LongestText ? plain[..WebhookAttempt.LongestText] : plain;
    }
}

/// <param name="Inside">Receivers in the own network may be reached, and without TLS.</param>
internal sealed record WebhookSettings(bool Inside)
{
    /// <summary>How long an answer is waited for.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);
}
