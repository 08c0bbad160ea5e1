using FsCheck;
using FsCheck.Fluent;
using GridDesk.Tests.Files;
using GridDesk.Ui.Documents;
using GridDesk.Ui.Figures;

namespace GridDesk.Tests.Ui.Documents;

/// <summary>Texts to be written: one with everything in it, and any number at random.</summary>
internal static class SampleTexts
{
    private static readonly Instant Written = Instant.FromUtc(2019, 7, 3, 1, 30);

    public static TextDocument Report(Language language = Language.Chinese) => Of(language,
    [
        new Paragraph("本期五個面向的結果。", new("詳見公告", "https://example.org/plan/108/1?half=1&x=<y>"), new("重點", IsStrong: true)),
        new Heading("一、服務", 1),
        new Bullets("受理 1,284 件", new Span("逾期 18 件", "https://example.org/rows")),
        new Heading("各部門", 2),
        new Grid("各部門辦結", [new("部門", 3), new("件數", 1, IsNumber: true), new("說明", 2)], [["服務中心", "1,284", new("") { Picture = new ChartPicture("各月", "數字在同一列。", [new(new("6月", "June"), 12)], language).Strip() }], ["民雄服務所", "20", "只有 20 件"]]),
        new ChartPicture("每月結案（件）", "七月最多。", [new(new("6月", "June"), 12), new(new("7月", "July"), 30)], language).Bars("每月結案"),
        new PageBreak(),
        new Heading("佐證", 1),
        new Picture(SamplePhotos.Jpeg(), "服務中心門口", Caption: "門口"),
        new PageBreak(),
        new Picture(SamplePhotos.Png(), "斜坡道"),
        new PageBreak(),
        new Grid("空的", [new("什麼")], []),
        new PageBreak(),
        new Bullets("最後"),
        new PageBreak(),
    ]);

    public static TextDocument Of(Language language, IReadOnlyList<Block> blocks) => new("108年上半年自評", language, "嘉義區營業處", Written, blocks);

    public static Gen<string> Words { get; } = Gen.Choose(0, 5).SelectMany(count => Gen.Elements(
        "受理", "a", " ", "  ", "\t", "\n", "\r\n", "𠮷", "😀", "👨‍👩‍👧", "é", "\u3000", "\u00a0", "\u2028", "\0", "\u0001", "\u0085", "\ud800", "\udc00", "\ufffe", "\uffff", "&", "<", ">", "]]>", "\"", "'", "<!--", "&#0;").ArrayOf(count)).Select(string.Concat);

    public static Gen<TextDocument> Random { get; } =
        from count in Gen.Choose(0, 8)
        from blocks in Block.ArrayOf(count)
        from language in Gen.Elements(Language.Chinese, Language.English)
        from title in Words
        select new TextDocument(title, language, title, Written, blocks);

    private static Gen<Span> Spans => from text in Words from address in Gen.Elements(null, "https://example.org/?a=1&b=2#c", "/plan") from strong in Gen.Elements(true, false) from picture in Gen.Elements(null, new Picture(SamplePhotos.Jpeg(), "a")) select new Span(text, address, strong) { Picture = picture };

    private static Gen<Block> Block => Gen.OneOf(
        from level in Gen.Choose(1, 6) from text in Words select (Block)new Heading(text, level),
        from count in Gen.Choose(0, 3) from spans in Spans.ArrayOf(count) select (Block)new Paragraph(spans),
        from count in Gen.Choose(0, 3) from items in Spans.ArrayOf(count) select (Block)new Bullets(items),
        from caption in Words from wide in Gen.Choose(1, 4) from heads in Words.ArrayOf(wide) from tall in Gen.Choose(0, 3) from rows in Spans.ArrayOf(wide).ArrayOf(tall) select (Block)new Grid(caption, [.. heads.Index().Select(h => new Column(h.Item, h.Index, h.Index % 2 == 1))], rows),
        from alt in Words from bytes in Gen.Elements(SamplePhotos.Jpeg(), SamplePhotos.Png(), SamplePhotos.Webp(), SamplePhotos.Of("jpeg", SamplePhotos.Tags(6))) from captioned in Gen.Elements(true, false) select (Block)new Picture(bytes, alt, null, captioned ? alt : null),
        from label in Words from value in Gen.Choose(0, 2000) select (Block)new ChartPicture(label, label, [new(Phrase.Same(label), value / 2m, Phrase.Same(label)), new(Phrase.Same("b"), null), new(Phrase.Same("c"), value, null, Unfinished: true)], Language.English).Line(),
        Gen.Constant((Block)new PageBreak()));
}
