using System.Security.Cryptography;
using System.Text;

namespace GridDesk.Kernel.Events;

/// <summary>What an event carries in place of a private text.</summary>
public static class SaltedText
{
    /// <summary>Salted SHA-256 of the text, in hexadecimal.</summary>
    public static string Digest(byte[] salt, string text) => Convert.ToHexStringLower(SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(text)]));
}
