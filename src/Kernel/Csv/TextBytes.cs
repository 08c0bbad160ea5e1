using System.Text;
using System.Text.Unicode;

namespace GridDesk.Kernel.Csv;

/// <summary>How the letters of a file are written.</summary>
public enum TextKind { Utf8, Big5, Utf16 }

/// <summary>
/// The letters of a file whose sender may not know how they are written: a byte-order mark says it; else what is valid UTF-8 is
/// UTF-8; else whichever of UTF-8 and Big5 leaves fewer letters unreadable. What cannot be read becomes U+FFFD.
/// </summary>
public static class TextBytes
{
    public const char Unreadable = '\uFFFD';

    // Registers of older programs in Taiwan are written in it; it does not come with the framework's own encodings.
    private static readonly Encoding Big5 = CodePagesEncodingProvider.Instance.GetEncoding(950, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback($"{Unreadable}"))!;
    private static readonly Encoding Utf8Plain = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public static TextKind KindOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return TextKind.Utf16;
        }

        return bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) || Utf8.IsValid(bytes) || UnreadableIn(bytes, Utf8Plain) <= UnreadableIn(bytes, Big5)
            ? TextKind.Utf8 : TextKind.Big5;
    }

    /// <summary>The file's text without its mark.</summary>
    public static StreamReader Open(byte[] bytes, TextKind kind) =>
        new(new MemoryStream(bytes, writable: false), kind switch { TextKind.Big5 => Big5, TextKind.Utf16 => Encoding.Unicode, _ => Utf8Plain }, detectEncodingFromByteOrderMarks: kind != TextKind.Big5, bufferSize: 65536);

    // A decoder that keeps its state between pieces: no letter is cut in two, and no copy of the whole file is made.
    private static long UnreadableIn(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var (decoder, letters, count) = (encoding.GetDecoder(), new char[32768], 0L);
        while (bytes.Length > 0)
        {
            var piece = bytes[..Math.Min(bytes.Length, 16384)];
            bytes = bytes[piece.Length..];
            var written = decoder.GetChars(piece, letters, flush: bytes.IsEmpty);
            count += letters.AsSpan(0, written).Count(Unreadable);
        }

        return count;
    }
}
