using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using FsCheck.Fluent;
using GridDesk.Kernel.Files;
using GridDesk.Tests.Files;
using GridDesk.Tests.Time;
using GridDesk.Ui.Documents;
using GridDesk.Ui.OpenDocument;
using static GridDesk.Ui.OpenDocument.Odf;

namespace GridDesk.Tests.Ui.Documents;

/// <summary>A text goes out as a file that any word processor opens and any screen reader reads.</summary>
public sealed class OdtTests
{
    [Fact]
    public void It_is_a_package_whose_type_stands_first_and_can_be_read_without_unpacking()
    {
        var bytes = SampleTexts.Report().Odt();

        FileTypes.Of(bytes).ShouldBe("application/vnd.oasis.opendocument");
        Encoding.ASCII.GetString(bytes, 30, 8 + TextDocument.OdtType.Length).ShouldBe($"mimetype{TextDocument.OdtType}");
        var package = new OpenedPackage(bytes);
        package.Entries.Select(entry => entry.Path).ShouldBe(["mimetype", "content.xml", "styles.xml", "meta.xml", "Pictures/1.svg", "Pictures/2.svg", "Pictures/3.jpg", "Pictures/4.png", "META-INF/manifest.xml"]);
        package.Part("META-INF/manifest.xml").Elements().Select(entry => entry.Attributes().First().Value).Order().ShouldBe(package.Entries.Select(e => e.Path).Where(p => p is not ("mimetype" or "META-INF/manifest.xml")).Append("/").Order());
        package.Bytes("Pictures/3.jpg").ShouldBe(SamplePhotos.Jpeg());
    }

    [Fact]
    public void The_same_text_gives_the_same_bytes_whenever_and_wherever_it_is_written()
    {
        SampleTexts.Report().Odt().ShouldBe(SampleTexts.Report().Odt());
        SampleTexts.Report().Odt().ShouldNotBe((SampleTexts.Report() with { Title = "108年下半年自評" }).Odt());
        new OpenedPackage(SampleTexts.Report().Odt()).Entries.ShouldAllBe(entry => !entry.IsCompressed && entry.At == new DateTime(1980, 1, 1));
    }

    [Fact]
    public void A_reader_hears_the_title_the_language_and_who_wrote_it()
    {
        foreach (var language in (Language[])[Language.Chinese, Language.English])
        {
            var package = new OpenedPackage(SampleTexts.Report(language).Odt());
            package.Part("meta.xml").Descendants().Where(e => !e.HasElements).Select(e => e.Value)
                .ShouldBe(["GridDesk", "108年上半年自評", language.Tag, "嘉義區營業處", "嘉義區營業處", "2019-07-03T01:30:00Z", "2019-07-03T01:30:00Z"]);
            var words = package.Part("styles.xml").Descendants(Style + "default-style").Single().Element(Style + "text-properties")!;
            words.Attribute(Fo + "language")!.Value.ShouldBe(language.Tag[..2]);
            words.Attribute(Style + "language-asian")!.Value.ShouldBe("zh");
            TextOfFooter(package).ShouldBe(language is Language.Chinese ? "108年上半年自評\t第 1 頁，共 1 頁" : "108年上半年自評\tPage 1 of 1");
        }
    }

    [Fact]
    public void Headings_lists_and_heads_are_what_they_are_and_pictures_have_words()
    {
        var content = new OpenedPackage(SampleTexts.Report().Odt()).Content;

        content.Descendants(Text + "h").Select(h => $"{h.Attribute(Text + "outline-level")!.Value} {h.Value}").ShouldBe(["1 一、服務", "2 各部門", "1 佐證"]);
        content.Descendants(Text + "list").First().Elements(Text + "list-item").Count().ShouldBe(2);
        var table = content.Descendants(Table + "table").First();
        table.Element(Table + "table-header-rows")!.Value.ShouldBe("部門件數說明");
        table.ElementsBeforeSelf().Last().Value.ShouldBe("表 1　各部門辦結");
        content.Descendants(Draw + "frame").Select(frame => (frame.Element(Svg + "title")!.Value, frame.Element(Svg + "desc")!.Value))
            .ShouldBe([("各月", "數字在同一列。"), ("每月結案（件）", "七月最多。"), ("服務中心門口", "服務中心門口"), ("斜坡道", "斜坡道")]);
        content.Descendants(Text + "a").Select(a => a.Attribute(Xlink + "href")!.Value).ShouldBe(["https://example.org/plan/108/1?half=1&x=<y>", "https://example.org/rows"]);
    }

    [Fact]
    public void What_follows_a_page_break_begins_a_page_whatever_it_is()
    {
        var content = new OpenedPackage(SampleTexts.Report().Odt()).Content;
        var breaks = content.Descendants(Style + "style").Where(style => style.Elements().Any(e => e.Attribute(Fo + "break-before") is not null)).Select(style => style.Attribute(Style + "name")!.Value).ToList();

        content.Descendants().Where(line => breaks.Contains(line.Attribute(Text + "style-name")?.Value!)).Select(line => line.Name.LocalName + line.Value[..2].Trim())
            .ShouldBe(["h佐證", "p斜坡", "p表", "p最後"]);
        var known = content.Descendants(Style + "style").Concat(new OpenedPackage(SampleTexts.Report().Odt()).Part("styles.xml").Descendants(Style + "style")).Select(style => style.Attribute(Style + "name")!.Value).Append("Bullets").ToHashSet();
        content.Descendants().Attributes().Where(a => a.Name.LocalName is "style-name" or "parent-style-name").Select(a => a.Value).Distinct().ShouldAllBe(name => known.Contains(name));
    }

    [Fact]
    public void A_picture_keeps_its_shape_and_fits_between_the_margins()
    {
        var frames = new OpenedPackage(SampleTexts.Report().Odt()).Content.Descendants(Draw + "frame").Select(frame => $"{frame.Attribute(Svg + "width")!.Value} {frame.Attribute(Svg + "height")!.Value}");
        frames.ShouldBe(["1.905cm 0.847cm", "17cm 7.25cm", "1.058cm 0.794cm", "1.058cm 0.794cm"]);
        Should.Throw<ArgumentException>(() => SampleTexts.Of(Language.English, [new Picture([.. "%PDF-"u8], "a letter")]).Odt());
    }

    [Fact]
    public void A_photo_that_was_taken_upright_stands_upright()
    {
        Turned(1).ShouldBe("1.058cm 0.794cm");
        Turned(3).ShouldBe("1.058cm 0.794cm rotate(3.14159265358979) translate(1.058cm 0.794cm)");
        Turned(6).ShouldBe("1.058cm 0.794cm rotate(-1.5707963267949) translate(0.794cm 0cm)");
        Turned(8).ShouldBe("1.058cm 0.794cm rotate(1.5707963267949) translate(0cm 1.058cm)");

        static string Turned(int orientation)
        {
            var photo = SamplePhotos.Of("jpeg", SamplePhotos.Tags(orientation, other: false));
            var frame = new OpenedPackage(SampleTexts.Of(Language.Chinese, [new Picture(photo, "門口")]).Odt()).Content.Descendants(Draw + "frame").Single();
            return string.Join(' ', ((XName[])[Svg + "width", Svg + "height", Draw + "transform"]).Select(name => frame.Attribute(name)?.Value).OfType<string>());
        }
    }

    [Fact]
    public void Whatever_is_written_comes_out_as_it_went_in() => SampleTexts.Words.Hold(words =>
    {
        var content = new OpenedPackage(SampleTexts.Of(Language.Chinese, [new Heading(words, 1), new Paragraph(words, new(words, "/x", IsStrong: true)), new Bullets(words), new Grid("g", [new(words)], [[words]])]).Odt()).Content;
        var stored = Storable(words);

        OpenedPackage.TextOf(content.Descendants(Text + "h").Single()).ShouldBe(stored);
        OpenedPackage.TextOf(content.Descendants(Text + "p").ElementAt(1)).ShouldBe(stored + stored);
        content.Descendants(Text + "list-item").Concat(content.Descendants(Table + "table-cell")).Select(OpenedPackage.TextOf).ShouldAllBe(text => text == stored);
    });

    [Theory]
    [InlineData("\0a\u0001b\u0085", "ab")]
    [InlineData("一\ufffe二\uffff", "一二")]
    [InlineData("𠮷😀\t\n", "𠮷😀\t\n")]
    [InlineData("a\r\nb", "a\nb")]
    public void What_XML_cannot_hold_is_left_out(string said, string stored) => Storable(said).ShouldBe(stored);

    [Fact]
    public void Half_a_character_is_marked_as_lost() => Storable("\ud800x\udc00").ShouldBe("\ufffdx\ufffd");

    private static string TextOfFooter(OpenedPackage package) => OpenedPackage.TextOf(package.Part("styles.xml").Descendants(Style + "footer").Single().Elements().Single());
}
