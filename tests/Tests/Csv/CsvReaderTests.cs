using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GridDesk.Kernel.Csv;
using GridDesk.Ui.Sheets;

namespace GridDesk.Tests.Csv;

/// <summary>Tables in text files.</summary>
public sealed class CsvReaderTests
{
    [Fact]
    public void Whatever_a_sheet_writes_is_read_back_as_it_was()
    {
        // Without the signs that a sheet guards with an apostrophe, so that no spreadsheet runs them.
        var letter = Gen.Elements("甲乙ab1,;\t\"\r\n 'é\u3000".ToCharArray());
        var cell = letter.ArrayOf().Select(letters => new string(letters)).Where(text => text.Length == 0 || !"=+-@\t\r".Contains(text[0]));
        var rows = from columns in Gen.Choose(1, 5) from table in cell.ArrayOf(columns).ArrayOf() select (columns, table);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(rows.ToArbitrary(), made =>
        {
            var sheet = new Sheet("x", [.. Enumerable.Range(0, made.columns).Select(n => $"c{n}")], [.. made.table.Select(row => (IReadOnlyList<object?>)row)]);
            var read = Read(sheet.Csv());
            read.ShouldAllBe(row => row.Mistake == null);
            read.Skip(1).Select(row => row.Cells).ShouldBe(made.table.Select(row => (IReadOnlyList<string>)row), new SameCells());
        }));
    }

    [Fact]
    public void Any_text_is_read_to_its_end_and_every_line_lies_in_some_row()
    {
        var text = Gen.Elements("ab,\"\n\r".ToCharArray()).ArrayOf().Select(letters => new string(letters));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3_000), Prop.ForAll(text.ToArbitrary(), any =>
        {
            var rows = new CsvReader(new StringReader(any)).Read().ToList();
            rows.Select(row => row.Line).ShouldBe(rows.Select(row => row.Line).Distinct().Order());
            foreach (var (index, line) in any.Replace("\r\n", "\n").Replace('\r', '\n').Split('\n').Index().Where(line => line.Item.Length > 0 && !line.Item.Contains('"')))
            {
                // A line without quotes belongs to the row that began at it or before.
                rows.ShouldContain(row => row.Line <= index + 1, line);
            }
        }));
    }

    [Fact]
    public void One_stray_quote_spoils_its_own_row_only()
    {
        var rows = Read("a,b\n1,\"x\n2,y\n3,\"z\"\n\"4\"5,w\n6,5\" pipe\n");
        rows.Select(row => (row.Line, row.Mistake is null)).ShouldBe([(1, true), (2, false), (3, true), (4, true), (5, false), (6, true)]);
        rows[1].Mistake!.En.ShouldContain("closing quote");
        rows[5].Cells.ShouldBe(["6", "5\" pipe"]);
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_said_so_at_its_line()
    {
        var rows = Read("a,b\r\n1,\"x\r\n2,y\r\n");
        rows.Select(row => row.Line).ShouldBe([1, 2, 3]);
        rows[1].Mistake!.En.ShouldBe("A quote is not closed.");
        rows[2].Cells.ShouldBe(["2", "y"]);
    }

    [Fact]
    public void A_line_break_within_quotes_stays_as_it_was_and_the_next_row_knows_its_line()
    {
        var rows = Read("a,b\r\n1,\"x\r\ny\"\r\n\r\n2,z");
        rows.Select(row => row.Line).ShouldBe([1, 2, 5]);
        rows[1].Cells[1].ShouldBe("x\r\ny");
    }

    [Fact]
    public void A_file_that_never_quotes_is_taken_by_its_letters() =>
        new CsvReader(new StringReader("id\tSubject\n1\t\"old\" meter"), '\t', quotes: false).Read().Last().Cells.ShouldBe(["1", "\"old\" meter"]);

    [Theory]
    [InlineData(TextKind.Utf8, "受理號碼,業務別")]
    [InlineData(TextKind.Big5, "受理號碼,業務別")]
    [InlineData(TextKind.Big5, "許功蓋 蘇淑敏")]
    [InlineData(TextKind.Utf8, "plain ASCII")]
    [InlineData(TextKind.Utf16, "受理號碼")]
    public void The_letters_of_a_file_are_told_from_its_bytes(TextKind kind, string text)
    {
        var bytes = kind switch
        {
            TextKind.Big5 => CodePagesEncodingProvider.Instance.GetEncoding(950)!.GetBytes(text),
            TextKind.Utf16 => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
            _ => Encoding.UTF8.GetBytes(text),
        };
        TextBytes.KindOf(bytes).ShouldBe(kind);
        TextBytes.Open(bytes, kind).ReadToEnd().ShouldBe(text);
    }

    [Fact]
    public void A_broken_letter_does_not_turn_a_whole_file_into_another_alphabet()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("嘉義市東區，服務中心。", 200))), 0xE5, 0x98];
        TextBytes.KindOf(bytes).ShouldBe(TextKind.Utf8);
    }

    private static List<CsvRow> Read(string text) => [.. new CsvReader(new StringReader(text)).Read()];

    private static List<CsvRow> Read(byte[] bytes) => [.. new CsvReader(TextBytes.Open(bytes, TextBytes.KindOf(bytes))).Read()];

    private sealed class SameCells : IEqualityComparer<IReadOnlyList<string>>
    {
        public bool Equals(IReadOnlyList<string>? one, IReadOnlyList<string>? other) => one!.SequenceEqual(other!);

        public int GetHashCode(IReadOnlyList<string> cells) => cells.Count;
    }
}
