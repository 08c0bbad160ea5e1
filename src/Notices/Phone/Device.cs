using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace GridDesk.Notices.Phone;

/// <summary>A phone on which somebody keeps requests. The office knows nothing of it but the digest of its key.</summary>
internal sealed class Device
{
    public const string KeyPrefix = "gdd_";

    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the key; 256 random bits need no salt.</summary>
    public required byte[] Digest { get; init; }

    public required DeviceKind Kind { get; init; }

    /// <summary>The last day, about, on which it asked for anything.</summary>
    public required Instant SeenAt { get; set; }

    public static (Device Device, string Key) New(DeviceKind kind, Instant now)
    {
        var key = KeyPrefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (new Device { Id = Guid.NewGuid(), Digest = DigestOf(key), Kind = kind, SeenAt = now }, key);
    }

    public static byte[] DigestOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}

/// <summary>What keeps requests on a phone.</summary>
public enum DeviceKind
{
    /// <summary>The company's app.</summary>
    App,

    /// <summary>Our own page, in a browser or installed.</summary>
    Browser,
}
