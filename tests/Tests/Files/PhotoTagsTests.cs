using FsCheck;
using FsCheck.Fluent;
using GridDesk.Kernel.Files;
using GridDesk.Tests.Time;
using static GridDesk.Tests.Files.SamplePhotos;

namespace GridDesk.Tests.Files;

/// <summary>A photo is published without what it says about who took it, when and where.</summary>
public sealed class PhotoTagsTests
{
    private static byte[] Xmp => Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta exif:GPSLatitude=\"23,28N\"/>"u8]);

    [Fact]
    public void A_JPEG_keeps_its_picture_and_its_colours_and_nothing_else()
    {
        var sent = Jpeg(ExifSegment(Tags(orientation: 1, place: true)), Xmp, Profile, Segment(0xED, [.. "Photoshop 3.0\0"u8]), Segment(0xFE, [.. "王小明"u8]), Segment(0xE2, [.. "MPF\0"u8]));

        var clean = PhotoTags.TakeOut([.. sent, .. "another photo behind it"u8]);

        clean.Bytes.ShouldBe(Jpeg(Profile));
        clean.Bytes.AsSpan().IndexOf(Scan).ShouldBeGreaterThan(0);
        (clean.HadLocation, clean.HadOther).ShouldBe((true, true));
        clean.TakenOut!.Zh.ShouldContain("拍攝地點");
    }

    [Fact]
    public void A_PNG_keeps_its_picture_and_nothing_else()
    {
        var sent = Png(PngChunk("tEXt", "Author\0王小明"), PngChunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0exif:GPSLongitude"), PngChunk("tIME", "abcdefg"), PngChunk("zTXt", "k\0\0x"), PngChunk("caBX", "who made it"));

        var clean = PhotoTags.TakeOut([.. sent, 1, 2, 3]);

        clean.Bytes.ShouldBe(Png());
        (clean.HadLocation, clean.HadOther).ShouldBe((true, true));
    }

    [Fact]
    public void A_WebP_keeps_its_picture_and_its_flags_say_what_is_left()
    {
        var clean = PhotoTags.TakeOut(Webp(("EXIF", Tags(place: true)), ("XMP ", [.. "<x:xmpmeta/>"u8])));

        clean.Bytes.ShouldBe(WebpExtended(flags: 0));
        (clean.HadLocation, clean.HadOther).ShouldBe((true, true));
        PhotoTags.TakeOut(Webp()).ShouldSatisfyAllConditions(plain => plain.Bytes.ShouldBe(Webp()), plain => plain.TakenOut.ShouldBeNull());
    }

    [Theory]
    [InlineData("jpeg", true)]
    [InlineData("jpeg", false)]
    [InlineData("png", true)]
    [InlineData("webp", false)]
    public void A_photo_stays_upright(string kind, bool big)
    {
        var (sent, upright) = (Of(kind, Tags(orientation: 6, place: true, big: big)), Of(kind, Exif.Saying(6)));

        var clean = PhotoTags.TakeOut(sent);

        clean.Bytes.ShouldBe(upright);
        clean.HadLocation.ShouldBeTrue();
        PhotoSize.Of(clean.Bytes).ShouldBe(new(30, 40, Turns: 1), "it was held upright");
        PhotoTags.TakeOut(upright).ShouldSatisfyAllConditions(again => again.Bytes.ShouldBe(upright), again => again.TakenOut.ShouldBeNull("how it was held is nobody's secret"));
    }

    [Theory]
    [InlineData(true, false, true, false)]
    [InlineData(false, true, false, true)]
    [InlineData(true, true, true, true)]
    public void It_is_said_what_was_taken_out(bool place, bool other, bool saysPlace, bool saysOther)
    {
        var clean = PhotoTags.TakeOut(Jpeg(ExifSegment(Tags(place: place, other: other))));

        (clean.HadLocation, clean.HadOther).ShouldBe((saysPlace, saysOther));
        clean.TakenOut!.En.Contains("where").ShouldBe(saysPlace);
        clean.TakenOut.En.Contains("time").ShouldBe(saysOther);
    }

    [Fact]
    public void What_is_no_photo_or_a_kind_that_cannot_be_cleaned_is_refused_with_what_to_do()
    {
        CodeOf([.. "%PDF-1.7 a letter"u8]).ShouldBe("photo.not");
        CodeOf([]).ShouldBe("photo.not");
        CodeOf([0, 0, 0, 24, .. "ftypheic0000mif1"u8]).ShouldBe("photo.kind");
        CodeOf([.. "II*\0 a scan"u8]).ShouldBe("photo.kind");
        CodeOf(Webp(("ANIM", new byte[6]))).ShouldBe("photo.moving");
        CodeOf(Png(PngChunk("acTL", "12345678"))).ShouldBe("photo.moving");
        CodeOf(Jpeg()[..^2]).ShouldBe("photo.damaged");
        CodeOf([0xFF, 0xD8, 0xFF, 0xD9]).ShouldBe("photo.damaged");
        Should.Throw<Refusal>(() => PhotoTags.TakeOut([.. "II*\0 a scan"u8])).Reason.Zh.ShouldContain("JPEG");
    }

    [Fact]
    public void However_a_photo_is_damaged_it_is_cleaned_for_good_or_refused()
    {
        byte[][] whole = [Jpeg(ExifSegment(Tags(6, place: true)), Xmp, Profile), Of("png", Tags(8, place: true)), Webp(("EXIF", Tags(3)), ("XMP ", [1, 2, 3]))];
        (from which in Gen.Elements(whole) from damages in Damages select damages.Aggregate(which, Damaged)).Hold(bytes =>
        {
            try
            {
                var clean = PhotoTags.TakeOut(bytes);
                var again = PhotoTags.TakeOut(clean.Bytes);
                again.Bytes.ShouldBe(clean.Bytes);
                again.TakenOut.ShouldBeNull();
                PhotoSize.Of(clean.Bytes).ShouldSatisfyAllConditions(size => size.Width.ShouldBePositive(), size => size.Height.ShouldBePositive());
            }
            catch (Refusal)
            {
                // Refused with a sentence, as it should be.
            }
        }, quick: 5000);
    }

    [Fact]
    public void However_the_tags_are_damaged_the_photo_is_cleaned() =>
        (from damages in Damages from kind in Gen.Elements("jpeg", "png", "webp") from big in Gen.Elements(true, false) select (kind, damages.Aggregate(Tags(6, place: true, big: big), Damaged))).Hold(photo =>
            PhotoTags.TakeOut(Of(photo.kind, photo.Item2)).Bytes.Length.ShouldBeLessThanOrEqualTo(Of(photo.kind, Exif.Saying(8)).Length), quick: 2000);

    private static Gen<(int At, byte What, int How)[]> Damages => Gen.Choose(0, 6).SelectMany(count =>
        (from at in Gen.Choose(0, 400) from what in Gen.Choose(0, 255) from how in Gen.Choose(0, 4) select (at, (byte)what, how)).ArrayOf(count));

    private static byte[] Damaged(byte[] bytes, (int At, byte What, int How) damage)
    {
        var at = bytes.Length == 0 ? 0 : damage.At % bytes.Length;
        return damage.How switch
        {
            0 when bytes.Length > 0 => [.. bytes[..at], damage.What, .. bytes[(at + 1)..]],
            1 => bytes[..at],
            2 => [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + damage.What)..]],
            3 => [.. bytes[..at], .. bytes[at..Math.Min(bytes.Length, at + damage.What)], .. bytes[at..]],
            _ => [.. bytes[..at], 0xFF, damage.What, .. bytes[at..]],
        };
    }

    private static string CodeOf(byte[] bytes) => Should.Throw<Refusal>(() => PhotoTags.TakeOut(bytes)).Code;
}
