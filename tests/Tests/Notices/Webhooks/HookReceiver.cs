using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GridDesk.Tests.Notices.Webhooks;

/// <summary>
/// Another program, over real connections. It checks what it gets as docs/webhooks.md says, with nothing of ours: digest, signature by the
/// published key, age; and it counts each id once.
/// </summary>
internal sealed partial class HookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HookReceiver(WebApplication app) => _app = app;

    public Uri Url { get; private set; } = null!;

    /// <summary>How it answers, when what came is rightly signed.</summary>
    public Func<HttpContext, JsonNode, Task<IResult>> Answer { get; set; } = (_, _) => Task.FromResult(Results.NoContent());

    /// <summary>The keys of the office, as published.</summary>
    public JsonNode Keys { get; set; } = new JsonObject();

    /// <summary>Everything that came, rightly signed or not.</summary>
    public ConcurrentQueue<(string? Wrong, string Body, string? ContentType)> All { get; } = [];

    /// <summary>What it answered yes to, each id once, in order.</summary>
    public ConcurrentQueue<JsonNode> Taken { get; } = [];

    public static async Task<HookReceiver> OpenAsync(bool tls = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen =>
        {
            if (tls)
            {
                listen.UseHttps(Certificate());
            }
        }));
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var receiver = new HookReceiver(app);
        app.MapPost("/hooks", (Delegate)receiver.TakeAsync);
        app.MapFallback(() => Results.NoContent());
        await app.StartAsync();
        var port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        receiver.Url = new($"{(tls ? "https" : "http")}://localhost:{port}/hooks");
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpContext http)
    {
        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes);
        var wrong = WhatIsWrong(http.Request, bytes.ToArray());
        var body = Encoding.UTF8.GetString(bytes.ToArray());
        All.Enqueue((wrong, body, http.Request.ContentType));
        if (wrong is not null)
        {
            return Results.Text(wrong, statusCode: 401);
        }

        var answer = await Answer(http, JsonNode.Parse(body)!);
        if (answer is IStatusCodeHttpResult { StatusCode: >= 200 and < 300 } && Taken.All(t => (string)t["id"]! != (string)JsonNode.Parse(body)!["id"]!))
        {
            Taken.Enqueue(JsonNode.Parse(body)!);
        }

        return answer;
    }

    private string? WhatIsWrong(HttpRequest request, byte[] body)
    {
        if (request.Headers["Content-Digest"] != $"sha-256=:{Convert.ToBase64String(SHA256.HashData(body))}:")
        {
            return "digest";
        }

        var input = Input().Match(request.Headers["Signature-Input"].ToString());
        var signature = Signature().Match(request.Headers["Signature"].ToString());
        if (!input.Success || !signature.Success || input.Groups["covered"].Value != "\"@method\" \"@target-uri\" \"content-digest\" \"content-type\"")
        {
            return "not signed";
        }

        if (Keys["keys"]!.AsArray().FirstOrDefault(key => (string)key!["kid"]! == input.Groups["key"].Value) is not { } jwk)
        {
            return "unknown key";
        }

        var text = $"\"@method\": {request.Method}\n\"@target-uri\": {request.GetEncodedUrl()}\n\"content-digest\": {request.Headers["Content-Digest"]}\n\"content-type\": {request.ContentType}\n\"@signature-params\": {input.Groups["parameters"].Value}";
        using var ecdsa = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = Bytes((string)jwk["x"]!), Y = Bytes((string)jwk["y"]!) } });
        return ecdsa.VerifyData(Encoding.ASCII.GetBytes(text), Convert.FromBase64String(signature.Groups["value"].Value), HashAlgorithmName.SHA256) ? null : "signature";
    }

    private static byte[] Bytes(string base64Url) => Convert.FromBase64String(base64Url.Replace('-', '+').Replace('_', '/').PadRight((base64Url.Length + 3) / 4 * 4, '='));

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    [GeneratedRegex("^sig1=(?<parameters>\\((?<covered>[^)]*)\\);created=(?<created>[0-9]+);keyid=\"(?<key>[^\"]+)\";alg=\"ecdsa-p256-sha256\")$")]
    private static partial Regex Input();

    [GeneratedRegex("^sig1=:(?<value>[A-Za-z0-9+/=]+):$")]
    private static partial Regex Signature();
}
