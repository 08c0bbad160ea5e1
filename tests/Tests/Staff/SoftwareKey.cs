using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GridDesk.Tests.Staff;

/// <summary>A security key in software: answers a page's WebAuthn questions as a browser with an authenticator would.</summary>
internal sealed class SoftwareKey(string origin) : IDisposable
{
    private const byte Present = 0x01, Verified = 0x04, Attested = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);
    private string _person = "";
    private uint _uses;

    /// <summary>A finger on it, rather than only a touch.</summary>
    public bool KnowsItsPerson { get; set; } = true;

    public string Create(string options)
    {
        var asked = JsonNode.Parse(options)!;
        _person = asked["user"]!["id"]!.GetValue<string>();
        var said = Said("webauthn.create", asked);
        byte[] data = [.. Head(asked["rp"]!["id"]!.GetValue<string>(), Attested), .. new byte[16], .. Number16(_id.Length), .. _id, .. PublicKey()];
        byte[] attestation = [0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x59, .. Number16(data.Length), .. data];
        return Answer(new { clientDataJSON = Text(said), attestationObject = Text(attestation), transports = new[] { "internal" } });
    }

    public string Use(string options)
    {
        var asked = JsonNode.Parse(options)!;
        var said = Said("webauthn.get", asked);
        var data = Head(asked["rpId"]!.GetValue<string>(), 0);
        var signature = _key.SignData([.. data, .. SHA256.HashData(said)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(new { clientDataJSON = Text(said), authenticatorData = Text(data), signature = Text(signature), userHandle = _person });
    }

    public void Dispose() => _key.Dispose();

    private byte[] Said(string type, JsonNode asked) => Encoding.UTF8.GetBytes(
        new JsonObject { ["type"] = type, ["challenge"] = asked["challenge"]!.GetValue<string>(), ["origin"] = origin, ["crossOrigin"] = false }.ToJsonString());

    private byte[] Head(string party, byte flags)
    {
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, ++_uses);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(party)), (byte)(Present | (KnowsItsPerson ? Verified : 0) | flags), .. counter];
    }

    // COSE: an elliptic-curve key (2) for ES256 (-7) on P-256 (1).
    private byte[] PublicKey()
    {
        var point = _key.ExportParameters(false).Q;
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 32, .. point.X!, 0x22, 0x58, 32, .. point.Y!];
    }

    private string Answer(object response) => JsonSerializer.Serialize(new
    {
        id = Text(_id), rawId = Text(_id), type = "public-key", response, clientExtensionResults = new { }, authenticatorAttachment = "platform",
    });

    private static byte[] Number16(int number) => [(byte)(number >> 8), (byte)number];

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
