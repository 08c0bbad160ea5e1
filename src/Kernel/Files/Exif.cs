using System.Buffers.Binary;

namespace GridDesk.Kernel.Files;

/// <summary>
/// What a block of tags says (Exif 2.32, CIPA DC-008-2019, 4.5 and 4.6: a TIFF file of directories of twelve-byte entries). One that cannot be read
/// says nothing: it is taken out all the same.
/// </summary>
/// <param name="Orientation">1 to 8; 1 when it is not said.</param>
internal sealed record Exif(int Orientation, bool HasLocation, bool HasOther)
{
    private const int OrientationTag = 0x0112;
    private const int LocationTag = 0x8825;

    private static readonly byte[][] Places =
    [
        [.. "GPSL"u8], [.. "GPSCoordinates"u8], [.. "photoshop:City"u8], [.. "Iptc4xmpCore:Location"u8], [.. "LocationCreated"u8], [.. "LocationShown"u8],
        [0x1C, 2, 90], [0x1C, 2, 92], // IPTC: city, place
        [0xA9, .. "xyz"u8], // of the film behind a photo that moves
    ];

    public static Exif Read(ReadOnlySpan<byte> tiff)
    {
        var big = tiff.StartsWith("MM"u8);
        if (tiff.Length < 14 || !(big || tiff.StartsWith("II"u8)) || Entries(tiff, Number(tiff[4..], 4, big), big) is not { } entries)
        {
            return new(1, HasLocation: false, HasOther: !tiff.IsEmpty);
        }

        var (orientation, hasLocation) = (1, false);
        foreach (var (tag, value) in entries)
        {
            if (tag == OrientationTag && Number(tiff[value..], 2, big) is >= 1 and <= 8 and var held)
            {
                orientation = (int)held;
            }

            // The first tag of a place is only the version of the others.
            hasLocation |= tag == LocationTag && Entries(tiff, Number(tiff[value..], 4, big), big) is { } place && place.Exists(entry => entry.Tag != 0);
        }

        // More bytes than ours, and no place that would account for them: the thumbnail of a second directory, for one.
        return new(orientation, hasLocation, entries.Exists(entry => entry.Tag is not (OrientationTag or LocationTag)) || (!hasLocation && tiff.Length > Saying(1).Length));
    }

    /// <summary>Several blocks of one photo; programs heed the first.</summary>
    public static Exif Together(IEnumerable<Exif> blocks)
    {
        var all = blocks.ToList();
        return new(all.FirstOrDefault()?.Orientation ?? 1, all.Exists(block => block.HasLocation), all.Count > 1 || all.Exists(block => block.HasOther));
    }

    /// <summary>Whether a block of another kind (XMP, IPTC, text) seems to name a place.</summary>
    public static bool NamesPlace(ReadOnlySpan<byte> block)
    {
        foreach (var place in Places)
        {
            if (block.IndexOf(place) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The smallest block that says how the camera was held.</summary>
    public static byte[] Saying(int orientation) =>
        [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, OrientationTag >> 8, OrientationTag & 0xFF, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];

    private static List<(int Tag, int Value)>? Entries(ReadOnlySpan<byte> tiff, uint at, bool big)
    {
        if (at > tiff.Length - 2)
        {
            return null;
        }

        var (count, first) = ((int)Number(tiff[(int)at..], 2, big), (int)at + 2);
        if (first + (12L * count) > tiff.Length)
        {
            return null;
        }

        var entries = new List<(int Tag, int Value)>();
        for (var entry = first; entry < first + (12 * count); entry += 12)
        {
            entries.Add(((int)Number(tiff[entry..], 2, big), entry + 8));
        }

        return entries;
    }

    private static uint Number(ReadOnlySpan<byte> bytes, int length, bool big) => (length, big) switch
    {
        (2, true) => BinaryPrimitives.ReadUInt16BigEndian(bytes),
        (2, false) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        (_, true) => BinaryPrimitives.ReadUInt32BigEndian(bytes),
        (_, false) => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
    };
}
