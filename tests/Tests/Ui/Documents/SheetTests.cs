using FsCheck;
using FsCheck.Fluent;
using GridDesk.Tests.Time;
using GridDesk.Ui.OpenDocument;
using GridDesk.Ui.Sheets;
using static GridDesk.Ui.OpenDocument.Odf;

namespace GridDesk.Tests.Ui.Documents;

public sealed class SheetTests
{
    public static Sheet Sample(params IReadOnlyList<string> words) => new("plan", ["代碼", "件數", "日期", "時間", .. words], [["1.1", 1284, new LocalDate(2019, 6, 20), Instant.FromUtc(2019, 6, 20, 2, 0), .. words], [null, 98.6m, null, null, .. words]]);

    [Fact]
    public void The_same_list_gives_the_same_bytes_whenever_it_is_written()
    {
        Sample("a").Ods().ShouldBe(Sample("a").Ods());
        new OpenedPackage(Sample().Ods()).Entries.ShouldAllBe(entry => entry.At == new DateTime(1980, 1, 1));
        var kept = Sample("a") with { IsKept = true };
        new OpenedPackage(kept.Ods()).Entries.ShouldAllBe(entry => !entry.IsCompressed);
        new OpenedPackage(kept.Ods()).Bytes("content.xml").ShouldBe(new OpenedPackage(Sample("a").Ods()).Bytes("content.xml"));
    }

    [Fact]
    public void A_cell_is_a_number_a_day_or_a_text_and_the_heads_are_heads()
    {
        var table = new OpenedPackage(Sample().Ods()).Content.Descendants(Table + "table").Single();

        table.Element(Table + "table-header-rows")!.Descendants(Text + "p").Select(p => p.Value).ShouldBe(["代碼", "件數", "日期", "時間"]);
        table.Elements(Table + "table-row").First().Elements().Select(cell => string.Join(' ', cell.Attributes().Where(a => a.Name.Namespace == Office).Select(a => a.Value)))
            .ShouldBe(["string", "float 1284", "date 2019-06-20", "date 2019-06-20T02:00:00"]);
    }

    [Fact]
    public void Whatever_stands_in_a_cell_comes_out_as_it_went_in() => SampleTexts.Words.Hold(words =>
    {
        var cells = new OpenedPackage(Sample(words).Ods()).Content.Descendants(Table + "table-cell").Where((_, place) => place % 5 == 4).ToList();
        cells.Count.ShouldBe(3);
        cells.Select(cell => string.Join('\n', cell.Elements(Text + "p").Select(OpenedPackage.TextOf))).ShouldAllBe(text => text == Storable(words));
    });
}
