using System.Security.Cryptography;

namespace GridDesk.Kernel.Pack;

/// <summary>A file of a pack as it was when the folder was opened.</summary>
/// <param name="path">Relative to the pack's folder, with <c>/</c>.</param>
/// <param name="content">Its bytes.</param>
public sealed class PackFile(string path, ReadOnlyMemory<byte> content)
{
    public string Path { get; } = path;

    public ReadOnlyMemory<byte> Content { get; } = content;

    /// <summary>
    /// SHA-256 in small hexadecimal, as <c>sha256sum</c> prints it for a file with Unix line ends and no byte order
    /// mark: a checkout on another system is the same edition. Files that are no text are hashed as they are.
    /// </summary>
    public string Hash { get; } = HashOf(content.Span);

    private static string HashOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0))
        {
            return Convert.ToHexStringLower(SHA256.HashData(bytes));
        }

        bytes = PackText.WithoutByteOrderMark(bytes);
        var unix = new byte[bytes.Length];
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != '\r' || i + 1 == bytes.Length || bytes[i + 1] != '\n')
            {
                unix[length++] = bytes[i];
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(unix.AsSpan(0, length)));
    }
}
