using System.Security.Cryptography;
using System.Text;
using GridDesk.Notices.Webhooks.Sign;

namespace GridDesk.Tests.Notices.Webhooks;

/// <summary>The signature as RFC 9421 publishes examples of it, and our own read back.</summary>
public sealed class SignatureTests
{
    // RFC 9421, appendix B.1.3 and B.2.4: test-key-ecc-p256 over a response.
    private const string RfcKey = """
        -----BEGIN PUBLIC KEY-----
        MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEqIVYZVLCrPZHGHjP17CTW0/+D9Lf
        w0EkjqF7xB4FivAxzic30tMM4GF+hR6Dxh71Z50VGGdldkkDXZCnTNnoXQ==
        -----END PUBLIC KEY-----
        """;

    private const string RfcSignature = "wNmSUAhwb5LxtOtOpNa6W5xj067m5hFrj0XQ4fvpaCLx0NKocgPquLgyahnzDnDAUy5eCdlYUEkLIj+32oiasw==";

    private static readonly (string, string)[] RfcComponents =
    [
        ("@status", "200"), ("content-type", "application/json"),
        ("content-digest", "sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69wWdXymyU0rjJuahq4l5aGgfLQ==:"), ("content-length", "23"),
    ];

    [Fact]
    public void The_published_example_is_read_as_it_was_signed()
    {
        var parameters = SignedText.Parameters(RfcComponents.Select(c => c.Item1), Instant.FromUnixTimeSeconds(1618884473), "test-key-ecc-p256", algorithm: null);
        parameters.ShouldBe("(\"@status\" \"content-type\" \"content-digest\" \"content-length\");created=1618884473;keyid=\"test-key-ecc-p256\"");
        using var key = ECDsa.Create();
        key.ImportFromPem(RfcKey);
        key.VerifyData(Encoding.ASCII.GetBytes(SignedText.Of(RfcComponents, parameters)), Convert.FromBase64String(RfcSignature), HashAlgorithmName.SHA256).ShouldBeTrue();
        key.VerifyData(Encoding.ASCII.GetBytes(SignedText.Of(RfcComponents, parameters + " ")), Convert.FromBase64String(RfcSignature), HashAlgorithmName.SHA256).ShouldBeFalse();
    }

    [Fact]
    public void A_body_has_the_digest_of_the_published_example() =>
        SignedText.ContentDigest(Encoding.ASCII.GetBytes("""{"hello": "world"}""")).ShouldBe("sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:"); // RFC 9421, section 2.1.2

    [Fact]
    public void What_we_sign_is_verified_by_the_public_key_alone_and_not_when_a_letter_differs()
    {
        var signer = new SigningKey(SigningKey.New());
        var body = "{\"id\":\"1\"}"u8.ToArray();
        using var message = new HttpRequestMessage(HttpMethod.Post, "https://example.org/hooks?x=%E5%98%89") { Content = new ByteArrayContent(body) };
        message.Content.Headers.ContentType = new("application/cloudevents+json");
        signer.Sign(message, body, Instant.FromUnixTimeSeconds(1618884473));
        var input = message.Headers.GetValues("Signature-Input").Single()["sig1=".Length..];
        input.ShouldBe($"(\"@method\" \"@target-uri\" \"content-digest\" \"content-type\");created=1618884473;keyid=\"{signer.Id}\";alg=\"ecdsa-p256-sha256\"");
        var text = $"\"@method\": POST\n\"@target-uri\": https://example.org/hooks?x=%E5%98%89\n\"content-digest\": {SignedText.ContentDigest(body)}\n\"content-type\": application/cloudevents+json\n\"@signature-params\": {input}";
        var signature = Convert.FromBase64String(message.Headers.GetValues("Signature").Single()["sig1=:".Length..^1]);
        signature.Length.ShouldBe(64, "r and s, as the RFC wants them");
        using var key = ECDsa.Create();
        key.ImportFromPem(signer.Pem);
        key.VerifyData(Encoding.ASCII.GetBytes(text), signature, HashAlgorithmName.SHA256).ShouldBeTrue();
        key.VerifyData(Encoding.ASCII.GetBytes(text.Replace("POST", "PUT")), signature, HashAlgorithmName.SHA256).ShouldBeFalse();
    }
}
