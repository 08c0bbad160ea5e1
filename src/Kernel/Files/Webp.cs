using System.Buffers.Binary;

namespace GridDesk.Kernel.Files;

/// <summary>WebP: a RIFF file of chunks; <c>VP8X</c> stands first when there is more than the picture, and says by flags what (RFC 9649, 2).</summary>
internal static class Webp
{
    private const int Head = 12;
    private const byte HasProfile = 0x20;
    private const byte HasExif = 0x08;
    private const byte HasXmp = 0x04;
    private const byte Moves = 0x02;

    private static ReadOnlySpan<byte> ExifHead => "Exif\0\0"u8;

    public static CleanPhoto Clean(byte[] bytes)
    {
        var (chunks, end) = ChunksOf(bytes);
        // Without VP8X nobody heeds the tags, and none are kept.
        var (isExtended, exif) = (chunks[0].Name == "VP8X", ExifOf(bytes, chunks));
        var keepsHeld = isExtended && exif.Orientation != 1;
        var kept = chunks.Where(chunk => Stays(chunk.Name)).ToList();
        var others = chunks.Except(kept).Where(chunk => chunk.Name != "EXIF").ToList();
        using var clean = new MemoryStream(bytes.Length);
        clean.Write(bytes, 0, Head);
        foreach (var chunk in kept)
        {
            var data = bytes[chunk.Data];
            if (chunk.Name == "VP8X")
            {
                data[0] = (byte)((data[0] & ~(HasExif | HasXmp)) | (keepsHeld ? HasExif : 0));
            }

            Write(chunk.Name, data);
        }

        if (keepsHeld)
        {
            Write("EXIF", Exif.Saying(exif.Orientation));
        }

        var whole = clean.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(whole.AsSpan(4), whole.Length - 8);
        var hasPlace = exif.HasLocation || others.Exists(chunk => Exif.NamesPlace(bytes.AsSpan(chunk.Data))) || Exif.NamesPlace(bytes.AsSpan(end));
        return new(whole, hasPlace, exif.HasOther || others.Count > 0 || end < bytes.Length);

        void Write(string name, byte[] data)
        {
            Span<byte> length = stackalloc byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(length, data.Length);
            clean.Write([.. name.Select(letter => (byte)letter), .. length, .. data]);
            clean.Write(new byte[data.Length % 2]);
        }
    }

    public static PhotoSize SizeOf(byte[] bytes)
    {
        var (chunks, _) = ChunksOf(bytes);
        var orientation = chunks[0].Name == "VP8X" ? ExifOf(bytes, chunks).Orientation : 1;
        var picture = chunks.First(chunk => chunk.Name is "VP8X" or "VP8 " or "VP8L");
        var data = bytes.AsSpan(picture.Data);
        return picture.Name switch
        {
            "VP8X" => PhotoSize.Held(1 + Three(data[4..]), 1 + Three(data[7..]), orientation),
            "VP8 " => PhotoSize.Held(BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF, orientation),
            _ => Lossless(BinaryPrimitives.ReadUInt32LittleEndian(data[1..])),
        };

        static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

        static PhotoSize Lossless(uint bits) => PhotoSize.Held(1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF), 1);
    }

    private static bool Stays(string name) => name is "VP8X" or "ICCP" or "ALPH" || IsPicture(name);

    private static bool IsPicture(string name) => name is "VP8 " or "VP8L";

    private static Exif ExifOf(byte[] bytes, IEnumerable<Part> chunks) => Exif.Together(chunks.Where(chunk => chunk.Name == "EXIF").Select(chunk => Exif.Read(Tags(bytes.AsSpan(chunk.Data)))));

    // Some programs write the head that belongs into a JPEG only.
    private static ReadOnlySpan<byte> Tags(ReadOnlySpan<byte> data) => data.StartsWith(ExifHead) ? data[ExifHead.Length..] : data;

    private static (List<Part> Chunks, int End) ChunksOf(byte[] bytes)
    {
        var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4)) + 8L;
        var end = length <= bytes.Length ? (int)length : throw PhotoTags.Damaged;
        var (chunks, at) = (new List<Part>(), Head);
        while (at < end)
        {
            var size = at + 8 <= end ? BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 4)) : uint.MaxValue;
            if (size > end - at - 8)
            {
                throw PhotoTags.Damaged;
            }

            chunks.Add(new(string.Concat(bytes[at..(at + 4)].Select(letter => (char)letter)), (at + 8)..(at + 8 + (int)size)));
            at += 8 + (int)size + ((int)size & 1);
        }

        if (chunks.Exists(chunk => chunk.Name is "ANIM" or "ANMF") || (chunks is [{ Name: "VP8X" } first, ..] && IsLong(first, 10) && (bytes[first.Data.Start] & Moves) != 0))
        {
            throw PhotoTags.Moving;
        }

        var isWhole = chunks.Count(chunk => IsPicture(chunk.Name)) == 1 && chunks[0].Name is "VP8X" or "VP8 " or "VP8L"
            && chunks.FindLastIndex(chunk => chunk.Name == "VP8X") <= 0
            && chunks.TrueForAll(chunk => IsLong(chunk, chunk.Name switch { "VP8X" or "VP8 " => 10, "VP8L" => 5, _ => 0 }));
        return isWhole ? (chunks, end) : throw PhotoTags.Damaged;
    }

    private static bool IsLong(Part chunk, int atLeast) => chunk.Data.End.Value - chunk.Data.Start.Value >= atLeast;

    private sealed record Part(string Name, Range Data);
}
