using System.Security.Cryptography;
using System.Text;

namespace GridDesk.Requests;

/// <summary>What an event carries in place of a private text.</summary>
internal static class SaltedText
{
    public static string Digest(byte[] salt, string text) => Convert.ToHexStringLower(SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(text)]));
}
