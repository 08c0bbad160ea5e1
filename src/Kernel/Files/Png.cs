using System.Buffers.Binary;

namespace GridDesk.Kernel.Files;

/// <summary>PNG: a signature and chunks, each with its length, four letters and a check sum (W3C, Portable Network Graphics, third edition, 5 and 11).</summary>
internal static class Png
{
    private const int Signature = 8;

    private static readonly string[] Shown = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "sBIT", "bKGD", "pHYs"];
    private static readonly uint[] Remainders = [.. Enumerable.Range(0, 256).Select(number => Enumerable.Range(0, 8).Aggregate((uint)number, (rest, _) => (rest & 1) == 1 ? 0xEDB88320 ^ (rest >> 1) : rest >> 1))];

    public static CleanPhoto Clean(byte[] bytes)
    {
        var (chunks, end) = ChunksOf(bytes);
        var exif = ExifOf(bytes, chunks);
        var others = chunks.Where(chunk => chunk.Name != "eXIf" && !Shown.Contains(chunk.Name)).ToList();
        var hasPlace = exif.HasLocation || others.Exists(chunk => Exif.NamesPlace(bytes.AsSpan(chunk.Data))) || Exif.NamesPlace(bytes.AsSpan(end));
        using var clean = new MemoryStream(bytes.Length);
        clean.Write(bytes, 0, Signature);
        foreach (var chunk in chunks.Where(chunk => Shown.Contains(chunk.Name)))
        {
            clean.Write(bytes.AsSpan(Whole(chunk)));
            if (chunk.Name == "IHDR" && exif.Orientation != 1)
            {
                clean.Write(Chunk("eXIf"u8, Exif.Saying(exif.Orientation)));
            }
        }

        return new(clean.ToArray(), hasPlace, exif.HasOther || others.Count > 0 || end < bytes.Length);
    }

    public static PhotoSize SizeOf(byte[] bytes)
    {
        var (chunks, _) = ChunksOf(bytes);
        var head = bytes.AsSpan(chunks[0].Data);
        return PhotoSize.Held(BinaryPrimitives.ReadInt32BigEndian(head), BinaryPrimitives.ReadInt32BigEndian(head[4..]), ExifOf(bytes, chunks).Orientation);
    }

    /// <summary>A chunk with its length and check sum (annex D of the standard).</summary>
    internal static byte[] Chunk(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        byte[] whole = [0, 0, 0, 0, .. name, .. data, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(whole, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(whole.AsSpan(^4), SumOf(whole.AsSpan(4..^4)));
        return whole;
    }

    private static Exif ExifOf(byte[] bytes, IEnumerable<Part> chunks) => Exif.Together(chunks.Where(chunk => chunk.Name == "eXIf").Select(chunk => Exif.Read(bytes.AsSpan(chunk.Data))));

    private static (List<Part> Chunks, int End) ChunksOf(byte[] bytes)
    {
        var (chunks, at) = (new List<Part>(), Signature);
        while (chunks is not [.., { Name: "IEND" }])
        {
            var left = bytes.AsSpan(Math.Min(at, bytes.Length));
            var length = left.Length >= 12 ? BinaryPrimitives.ReadInt32BigEndian(left) : -1;
            if (length < 0 || length > left.Length - 12 || BinaryPrimitives.ReadUInt32BigEndian(left[(length + 8)..]) != SumOf(left[4..(length + 8)]))
            {
                throw PhotoTags.Damaged;
            }

            var chunk = new Part(string.Concat(left[4..8].ToArray().Select(letter => (char)letter)), (at + 8)..(at + 8 + length));
            // A capital says that the picture cannot be shown without it.
            if (chunk.Name is "acTL" or "fcTL" or "fdAT")
            {
                throw PhotoTags.Moving;
            }

            if ((char.IsAsciiLetterUpper(chunk.Name[0]) && !Shown.Contains(chunk.Name)) || (chunks.Count == 0 && (chunk.Name != "IHDR" || length != 13)))
            {
                throw PhotoTags.Damaged;
            }

            chunks.Add(chunk);
            at += length + 12;
        }

        return chunks.Exists(chunk => chunk.Name == "IDAT") ? (chunks, at) : throw PhotoTags.Damaged;
    }

    private static Range Whole(Part chunk) => (chunk.Data.Start.Value - 8)..(chunk.Data.End.Value + 4);

    private static uint SumOf(ReadOnlySpan<byte> bytes)
    {
        var rest = uint.MaxValue;
        foreach (var one in bytes)
        {
            rest = Remainders[(byte)(rest ^ one)] ^ (rest >> 8);
        }

        return ~rest;
    }

    private sealed record Part(string Name, Range Data);
}
