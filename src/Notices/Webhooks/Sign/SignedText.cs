using System.Security.Cryptography;

namespace GridDesk.Notices.Webhooks.Sign;

/// <summary>What a signature of an HTTP message covers, as text (RFC 9421, section 2.5), and the digest of its body (RFC 9530).</summary>
internal static class SignedText
{
    /// <summary>Each component on its line, the parameters last.</summary>
    /// <param name="components">Name and value: <c>@method</c>, <c>content-digest</c>.</param>
    /// <param name="parameters">As <see cref="Parameters"/> writes them.</param>
    public static string Of(IEnumerable<(string Name, string Value)> components, string parameters) =>
        string.Join('\n', [.. components.Select(c => $"\"{c.Name}\": {c.Value}"), $"\"@signature-params\": {parameters}"]);

    /// <summary>The value of <c>Signature-Input</c> behind the label.</summary>
    public static string Parameters(IEnumerable<string> names, Instant created, string keyId, string? algorithm) =>
        $"({string.Join(' ', names.Select(name => $"\"{name}\""))});created={created.ToUnixTimeSeconds()};keyid=\"{keyId}\"{(algorithm is null ? "" : $";alg=\"{algorithm}\"")}";

    public static string ContentDigest(byte[] body) => $"sha-256=:{Convert.ToBase64String(SHA256.HashData(body))}:";
}
