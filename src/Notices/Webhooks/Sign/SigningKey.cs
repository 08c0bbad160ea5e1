using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace GridDesk.Notices.Webhooks.Sign;

/// <summary>The office's key for what it sends to other programs: ECDSA on P-256, which .NET offers where it has no Ed25519.</summary>
internal sealed class SigningKey
{
    public const string Algorithm = "ecdsa-p256-sha256";
    private const string Label = "sig1";

    private readonly byte[] _private;

    public SigningKey(byte[] pkcs8)
    {
        _private = pkcs8;
        using var key = Open();
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        (X, Y, Pem) = (Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y), key.ExportSubjectPublicKeyInfoPem());
        Id = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{X}}","y":"{{Y}}"}""")));
    }

    /// <summary>The thumbprint of the public key (RFC 7638).</summary>
    public string Id { get; }

    public string X { get; }

    public string Y { get; }

    public string Pem { get; }

    public static byte[] New()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKey();
    }

    /// <summary>Adds digest and signature (RFC 9421) to a message whose body and address stand.</summary>
    public void Sign(HttpRequestMessage message, byte[] body, Instant now)
    {
        (string Name, string Value)[] components =
        [
            ("@method", message.Method.Method), ("@target-uri", message.RequestUri!.AbsoluteUri),
            ("content-digest", SignedText.ContentDigest(body)), ("content-type", $"{message.Content!.Headers.ContentType}"),
        ];
        var parameters = SignedText.Parameters(components.Select(c => c.Name), now, Id, Algorithm);
        using var key = Open();
        var signature = key.SignData(Encoding.ASCII.GetBytes(SignedText.Of(components, parameters)), HashAlgorithmName.SHA256); // r and s, 32 bytes each
        message.Headers.Add("Content-Digest", components[2].Value);
        message.Headers.Add("Signature-Input", $"{Label}={parameters}");
        message.Headers.Add("Signature", $"{Label}=:{Convert.ToBase64String(signature)}:");
    }

    private ECDsa Open()
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(_private, out _);
        return key;
    }
}
