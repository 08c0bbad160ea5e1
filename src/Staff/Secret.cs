using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace GridDesk.Staff;

/// <summary>Random words for links and tokens. With 256 random bits a plain SHA-256 is enough to keep them unreadable.</summary>
internal static class Secret
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Digest(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
