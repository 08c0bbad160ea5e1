using System.Buffers.Binary;

namespace GridDesk.Kernel.Files;

/// <summary>JPEG: segments that begin with a marker, and between them the picture (ITU-T T.81, annex B; JFIF 1.02; Exif 2.32, 4.7).</summary>
internal static class Jpeg
{
    private const byte StartOfScan = 0xDA;
    private const byte End = 0xD9;
    private const byte App0 = 0xE0;
    private const byte App1 = 0xE1;
    private const byte App2 = 0xE2;
    private const byte App14 = 0xEE;
    private const byte Comment = 0xFE;

    private static ReadOnlySpan<byte> ExifHead => "Exif\0\0"u8;

    public static CleanPhoto Clean(byte[] bytes)
    {
        var (segments, end) = SegmentsOf(bytes);
        var exif = ExifOf(bytes, segments);
        var kept = segments.Where(segment => Stays(segment.Marker, bytes.AsSpan(segment.Data))).ToList();
        var others = segments.Except(kept).Select(segment => (segment.Marker, Data: bytes[segment.Data])).Where(other => !IsExif(other.Marker, other.Data)).ToList();
        using var clean = new MemoryStream(bytes.Length);
        clean.Write([0xFF, 0xD8]);
        // JFIF stands first where it is; then how the camera was held.
        var isJfif = kept.Count > 0 && kept[0].Marker == App0;
        WriteAll(kept.Take(isJfif ? 1 : 0));
        if (exif.Orientation != 1)
        {
            Write(App1, [.. ExifHead, .. Exif.Saying(exif.Orientation)]);
        }

        WriteAll(kept.Skip(isJfif ? 1 : 0));
        clean.Write([0xFF, End]);
        return new(clean.ToArray(), exif.HasLocation || others.Any(other => Exif.NamesPlace(other.Data)) || Exif.NamesPlace(bytes.AsSpan(end)), exif.HasOther || others.Count > 0 || end < bytes.Length || kept.Any(HasThumbnail));

        void WriteAll(IEnumerable<Segment> some)
        {
            foreach (var segment in some)
            {
                if (segment.Marker == 0)
                {
                    clean.Write(bytes, segment.Data.Start.Value, segment.Data.End.Value - segment.Data.Start.Value);
                }
                else
                {
                    Write(segment.Marker, HasThumbnail(segment) ? [.. bytes.AsSpan(segment.Data)[..12], 0, 0] : bytes[segment.Data]);
                }
            }
        }

        void Write(byte marker, byte[] data) => clean.Write([0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data]);

        bool HasThumbnail(Segment segment) => segment.Marker == App0 && bytes[segment.Data].Length != 14;
    }

    public static PhotoSize SizeOf(byte[] bytes)
    {
        var (segments, _) = SegmentsOf(bytes);
        var frame = bytes.AsSpan(segments.First(IsFrame).Data);
        return PhotoSize.Held(BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), ExifOf(bytes, segments).Orientation);
    }

    private static Exif ExifOf(byte[] bytes, IEnumerable<Segment> segments) => Exif.Together(segments
        .Where(segment => IsExif(segment.Marker, bytes.AsSpan(segment.Data)))
        .Select(segment => Exif.Read(bytes.AsSpan(segment.Data)[ExifHead.Length..])));

    private static bool IsExif(byte marker, ReadOnlySpan<byte> data) => marker == App1 && data.StartsWith(ExifHead);

    // Of what programs add only the plain JFIF head, the colour profile, and Adobe's word on how the colours are coded are needed to show the picture.
    private static bool Stays(byte marker, ReadOnlySpan<byte> data) => marker switch
    {
        App0 => data.Length >= 14 && data.StartsWith("JFIF\0"u8),
        App2 => data.StartsWith("ICC_PROFILE\0"u8),
        App14 => data.Length == 12 && data.StartsWith("Adobe"u8),
        Comment => false,
        _ => marker is < App0 or > 0xEF,
    };

    private static bool IsFrame(Segment segment) => segment.Marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    // The bytes of the picture carry the marker 0.
    private static (List<Segment> Segments, int End) SegmentsOf(byte[] bytes)
    {
        var (segments, at) = (new List<Segment>(), 2);
        while (true)
        {
            at = at < bytes.Length && bytes[at] == 0xFF ? at : throw PhotoTags.Damaged;
            while (at < bytes.Length && bytes[at] == 0xFF)
            {
                at++;
            }

            var marker = at < bytes.Length ? bytes[at++] : throw PhotoTags.Damaged;
            if (marker == End)
            {
                return segments.Any(IsFrame) && segments.Any(segment => segment.Marker == 0) ? (segments, at) : throw PhotoTags.Damaged;
            }

            var length = at + 2 <= bytes.Length ? BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at)) : 0;
            var segment = new Segment(marker, (at + 2)..(at + length));
            if (marker is < 0xC0 or (>= 0xD0 and <= 0xD8) or (>= 0xF0 and <= 0xFD) || length < 2 || at + length > bytes.Length || (IsFrame(segment) && length < 8))
            {
                throw PhotoTags.Damaged;
            }

            segments.Add(segment);
            at += length;
            if (marker == StartOfScan)
            {
                var from = at;
                at = EndOfScan(bytes, at);
                segments.Add(new(0, from..at));
            }
        }
    }

    // Inside the picture 0xFF is followed by 0x00, or by a marker that starts it anew.
    private static int EndOfScan(byte[] bytes, int at)
    {
        while (at + 1 < bytes.Length && !(bytes[at] == 0xFF && bytes[at + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7))))
        {
            at++;
        }

        return at;
    }

    private readonly record struct Segment(byte Marker, Range Data);
}
