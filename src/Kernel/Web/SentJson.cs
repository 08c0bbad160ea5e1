using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace GridDesk.Kernel.Web;

/// <summary>What another program sent: a body of JSON, and the key under which it may be sent again.</summary>
public static class SentJson
{
    /// <summary>The body as it is read and as it was written.</summary>
    /// <exception cref="Refusal"><c>request.body</c></exception>
    public static async Task<(T Body, string Text)> ReadAsync<T>(HttpContext http, CancellationToken cancel)
    {
        try
        {
            using var reader = new StreamReader(http.Request.Body, new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true));
            var text = await reader.ReadToEndAsync(cancel);
            return (JsonSerializer.Deserialize<T>(text, Json.Options) ?? throw new JsonException(), text);
        }
        catch (Exception problem) when (problem is JsonException or System.Text.DecoderFallbackException or InvalidOperationException or NotSupportedException or ArgumentException)
        {
            throw new Refusal("request.body", "內容不是看得懂的 JSON，請照 /openapi/v1.json 的格式送。", "The body is not JSON of the expected shape; see /openapi/v1.json.");
        }
    }

    /// <summary>The key under which it was sent, and may be sent again.</summary>
    /// <exception cref="Refusal"><c>idempotency.key-missing</c></exception>
    public static string KeyOf(HttpContext http) => http.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 and <= 200 } key ? key
        : throw new Refusal("idempotency.key-missing", "請在 Idempotency-Key 標頭放一個自己產生的識別碼（最多 200 字）。", "Send an Idempotency-Key header with an id of your own making (at most 200 characters).", "Idempotency-Key");
}
