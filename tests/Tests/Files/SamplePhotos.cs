using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace GridDesk.Tests.Files;

/// <summary>Small photos, whole by their formats, with as many tags as a telephone writes.</summary>
internal static class SamplePhotos
{
    /// <summary>The bytes that show the picture of the JPEG.</summary>
    public static readonly byte[] Scan = [1, 2, 0xFF, 0x00, 3, 0xFF, 0xD0, 4, 5, 0xFF, 0x00, 6];

    /// <summary>A block of tags: when it was taken, and as asked how it was held and where.</summary>
    public static byte[] Tags(int? orientation = null, bool place = false, bool other = true, bool big = true)
    {
        List<(int Tag, int Type, uint Value)> entries = [];
        if (other)
        {
            entries.Add((0x0100, 4, 4000));
        }

        if (orientation is { } held)
        {
            entries.Add((0x0112, 3, (uint)held));
        }

        var after = (uint)(8 + 2 + (12 * (entries.Count + (place ? 1 : 0))) + 4);
        if (place)
        {
            entries.Add((0x8825, 4, after));
        }

        return [.. big ? "MM\0*"u8 : "II*\0"u8, .. Number(8, 4), .. Directory(entries), .. place ? Directory([(0, 1, 2), (1, 2, 0x4E000000)]) : []];

        byte[] Directory(IReadOnlyList<(int Tag, int Type, uint Value)> some) =>
            [.. Number((uint)some.Count, 2), .. some.SelectMany(e => (byte[])[.. Number((uint)e.Tag, 2), .. Number((uint)e.Type, 2), .. Number(1, 4), .. e.Type == 3 ? [.. Number(e.Value, 2), 0, 0] : Number(e.Value, 4)]), .. Number(0, 4)];

        byte[] Number(uint value, int length)
        {
            byte[] number = [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
            number = number[^length..];
            return big ? number : [.. number.Reverse()];
        }
    }

    public static byte[] Jpeg(params IEnumerable<byte[]> segments) =>
        [0xFF, 0xD8, .. Segment(0xE0, [.. "JFIF\0"u8, 1, 2, 0, 0, 1, 0, 1, 0, 0]), .. segments.SelectMany(s => s), .. Picture, 0xFF, 0xD9];

    public static byte[] Picture =>
        [.. Segment(0xDB, new byte[65]), .. Segment(0xC0, [8, 0, 30, 0, 40, 1, 1, 0x11, 0]), .. Segment(0xC4, new byte[17]), .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), .. Scan];

    public static byte[] Segment(byte marker, params ReadOnlySpan<byte> data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    public static byte[] ExifSegment(byte[] tags) => Segment(0xE1, [.. "Exif\0\0"u8, .. tags]);

    public static byte[] Profile => Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, 9, 9, 9]);

    public static byte[] Png(params IEnumerable<byte[]> chunks) =>
        [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Kernel.Files.Png.Chunk("IHDR"u8, [0, 0, 0, 40, 0, 0, 0, 30, 8, 0, 0, 0, 0]), .. chunks.SelectMany(c => c), .. Kernel.Files.Png.Chunk("IDAT"u8, Grey), .. Kernel.Files.Png.Chunk("IEND"u8, [])];

    public static byte[] PngChunk(string name, string data) => Kernel.Files.Png.Chunk(Encoding.ASCII.GetBytes(name), Encoding.UTF8.GetBytes(data));

    /// <summary>With tags it is an extended file, whose flags say so.</summary>
    public static byte[] Webp(params IReadOnlyList<(string Name, byte[] Data)> tags) =>
        tags.Count == 0 ? Riff([Lossless]) : WebpExtended((byte)((tags.Any(tag => tag.Name == "EXIF") ? 8 : 0) | (tags.Any(tag => tag.Name == "XMP ") ? 4 : 0)), tags);

    public static byte[] WebpExtended(byte flags, params IReadOnlyList<(string Name, byte[] Data)> tags) => Riff([("VP8X", [flags, 0, 0, 0, 39, 0, 0, 29, 0, 0]), Lossless, .. tags]);

    public static byte[] Of(string kind, byte[] tags) => kind switch
    {
        "jpeg" => Jpeg(ExifSegment(tags)),
        "png" => Png(Kernel.Files.Png.Chunk("eXIf"u8, tags)),
        _ => Webp(("EXIF", tags)),
    };

    private static (string Name, byte[] Data) Lossless => ("VP8L", [0x2F, 39, 0x40, 7, 0, 1, 2]);

    private static byte[] Riff(IEnumerable<(string Name, byte[] Data)> chunks)
    {
        byte[] body = [.. "WEBP"u8, .. chunks.SelectMany(chunk => (byte[])[.. Encoding.ASCII.GetBytes(chunk.Name), .. Little(chunk.Data.Length), .. chunk.Data, .. new byte[chunk.Data.Length % 2]])];
        return [.. "RIFF"u8, .. Little(body.Length), .. body];
    }

    private static byte[] Little(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }

    // Thirty lines of forty dots, each behind the number of its filter.
    private static byte[] Grey
    {
        get
        {
            using var squeezed = new MemoryStream();
            using (var zlib = new ZLibStream(squeezed, CompressionLevel.Optimal))
            {
                zlib.Write(new byte[30 * 41]);
            }

            return squeezed.ToArray();
        }
    }
}
