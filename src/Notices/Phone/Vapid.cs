using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Web;
using GridDesk.Notices.Templates;

namespace GridDesk.Notices.Phone;

/// <summary>Says to push services who speaks (RFC 8292): a key pair of the office, made once and kept beside its other keys.</summary>
internal sealed class Vapid(ServerKeys keys, PublicAddress office)
{
    private const string Name = "web-push";

    // Push services refuse more than a day.
    private static readonly Duration Lasts = Duration.FromHours(12);

    /// <summary>What a browser subscribes under, base64url.</summary>
    public async Task<string> PublicKeyAsync(OfficeDb db, CancellationToken cancel)
    {
        using var key = await KeyAsync(db, cancel);
        return PublicKeyOf(key);
    }

    /// <summary>The value of the <c>Authorization</c> header for a push service.</summary>
    public async Task<string> HeaderAsync(OfficeDb db, Uri endpoint, Instant now, CancellationToken cancel)
    {
        using var key = await KeyAsync(db, cancel);
        return $"vapid t={Sign(key, endpoint.GetLeftPart(UriPartial.Authority), office.Root.StartsWith("https:", StringComparison.Ordinal) ? office.Root : "mailto:griddesk@localhost.localdomain", now + Lasts)}, k={PublicKeyOf(key)}";
    }

    internal static string Sign(ECDsa key, string audience, string subject, Instant until)
    {
        var head = Base64Url.EncodeToString("""{"typ":"JWT","alg":"ES256"}"""u8);
        var claims = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new { aud = audience, exp = until.ToUnixTimeSeconds(), sub = subject }));
        var signature = key.SignData(Encoding.ASCII.GetBytes($"{head}.{claims}"), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"{head}.{claims}.{Base64Url.EncodeToString(signature)}";
    }

    private static string PublicKeyOf(ECDsa key) => Base64Url.EncodeToString(Point.Write(key.ExportParameters(false)));

    private async Task<ECDsa> KeyAsync(OfficeDb db, CancellationToken cancel)
    {
        var stored = await keys.SecretAsync(db, Name, Make, cancel);
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(stored, out _);
        return key;

        static byte[] Make()
        {
            using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            return made.ExportPkcs8PrivateKey();
        }
    }
}
