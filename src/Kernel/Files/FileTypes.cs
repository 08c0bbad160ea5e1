namespace GridDesk.Kernel.Files;

/// <summary>What a file is, told from its first bytes and not from its name.</summary>
public static class FileTypes
{
    /// <summary>The largest file that is taken, in bytes.</summary>
    public const int MaxLength = 10 * 1024 * 1024;

    /// <summary>The media type, or null when it is none of those that the office takes (PDF, JPEG, PNG, WebP, TIFF, HEIC, ODT/ODS).</summary>
    public static string? Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        _ when bytes.StartsWith("%PDF-"u8) => "application/pdf",
        _ when bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) => "image/jpeg",
        _ when bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) => "image/png",
        _ when bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..].StartsWith("WEBP"u8) => "image/webp",
        _ when bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8) => "image/tiff",
        _ when bytes.Length > 12 && bytes[4..].StartsWith("ftyphei"u8) || bytes.Length > 12 && bytes[4..].StartsWith("ftypmif1"u8) => "image/heic",
        _ when bytes.StartsWith("PK\u0003\u0004"u8) && bytes.Length > 85 && bytes[30..].StartsWith("mimetypeapplication/vnd.oasis.opendocument."u8) => "application/vnd.oasis.opendocument",
        _ => null,
    };
}
