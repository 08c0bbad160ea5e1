using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GridDesk.Notices.Phone;

namespace GridDesk.Tests.Notices.Phone;

/// <summary>
/// Somebody's push service, and the browsers that subscribe at it: it believes only who signed as it was told (RFC 8292), and a browser
/// reads what came with its own private key (RFC 8291), by code of its own.
/// </summary>
internal sealed class PushServiceSimulator : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, Browser> _browsers = [];

    public HttpStatusCode Answer { get; set; } = HttpStatusCode.Created;

    public List<string> Faults { get; } = [];

    public int Calls { get; private set; }

    /// <param name="officeKey">What the office told the browser to subscribe under.</param>
    public Browser Subscribe(string officeKey)
    {
        var browser = new Browser($"https://push.example.net/wp/{Guid.NewGuid():N}", officeKey);
        _browsers[browser.Endpoint] = browser;
        return browser;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        Calls++;
        if (Answer is not HttpStatusCode.Created || !_browsers.TryGetValue(request.RequestUri!.ToString(), out var browser))
        {
            return new(Answer is HttpStatusCode.Created ? HttpStatusCode.NotFound : Answer);
        }

        var body = await request.Content!.ReadAsByteArrayAsync(cancel);
        if (!IsSigned(request, browser.OfficeKey) || !request.Headers.Contains("TTL") || request.Content.Headers.ContentEncoding.Single() != "aes128gcm" || body.Length > 4096)
        {
            Faults.Add($"refused: {request.Headers}");
            return new(HttpStatusCode.BadRequest);
        }

        browser.Read.Enqueue(JsonNode.Parse(browser.Decrypt(body))!);
        return new(HttpStatusCode.Created);
    }

    // vapid t=header.claims.signature, k=key
    private static bool IsSigned(HttpRequestMessage request, string officeKey)
    {
        var parts = request.Headers.GetValues("Authorization").Single()["vapid ".Length..].Split(", ").ToDictionary(part => part[..1], part => part[2..]);
        var token = parts["t"].Split('.');
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(token[1]))!;
        using var key = ECDsa.Create(Point.Read(Base64Url.DecodeFromChars(parts["k"])));
        return parts["k"] == officeKey && (string)claims["aud"]! == "https://push.example.net" && ((string)claims["sub"]!).Contains(':')
            && key.VerifyData(Encoding.ASCII.GetBytes($"{token[0]}.{token[1]}"), Base64Url.DecodeFromChars(token[2]), HashAlgorithmName.SHA256);
    }

    internal sealed class Browser(string endpoint, string officeKey)
    {
        private readonly ECDiffieHellman _key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        private readonly byte[] _auth = RandomNumberGenerator.GetBytes(16);

        public string Endpoint => endpoint;

        public string OfficeKey => officeKey;

        /// <summary>What it could read, oldest first.</summary>
        public ConcurrentQueue<JsonNode> Read { get; } = [];

        public IReadOnlyList<string> Texts => [.. Read.Select(news => (string)news["text"]!)];

        public object Subscription(string? language = null) => new { endpoint, p256dh = Base64Url.EncodeToString(Public), auth = Base64Url.EncodeToString(_auth), language };

        private byte[] Public => Point.Write(_key.ExportParameters(false));

        public string Decrypt(byte[] body)
        {
            var (salt, records, sender) = (body[..16], BinaryPrimitives.ReadUInt32BigEndian(body.AsSpan(16)), body[21..(21 + body[20])]);
            records.ShouldBeGreaterThan(18u);
            using var other = ECDiffieHellman.Create(Point.Read(sender));
            // By hand, extract and expand apart: RFC 5869 as RFC 8291 §3.4 writes it.
            var prk = HMACSHA256.HashData(_auth, (byte[])_key.DeriveRawSecretAgreement(other.PublicKey));
            var keying = HMACSHA256.HashData(prk, (byte[])[.. Encoding.ASCII.GetBytes("WebPush: info\0"), .. Public, .. sender, 1]);
            var content = HMACSHA256.HashData(salt, keying);
            var key = HMACSHA256.HashData(content, (byte[])[.. Encoding.ASCII.GetBytes("Content-Encoding: aes128gcm\0"), 1])[..16];
            var nonce = HMACSHA256.HashData(content, (byte[])[.. Encoding.ASCII.GetBytes("Content-Encoding: nonce\0"), 1])[..12];
            var record = body[86..];
            var plain = new byte[record.Length - 16];
            using var cipher = new AesGcm(key, 16);
            cipher.Decrypt(nonce, record.AsSpan(0, plain.Length), record.AsSpan(plain.Length), plain);
            plain[^1].ShouldBe((byte)2);
            return Encoding.UTF8.GetString(plain, 0, plain.Length - 1);
        }
    }
}
