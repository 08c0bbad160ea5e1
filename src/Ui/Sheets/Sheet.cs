using System.Text;
using System.Xml.Linq;
using GridDesk.Ui.OpenDocument;
using NodaTime.Text;
using static GridDesk.Ui.OpenDocument.Odf;

namespace GridDesk.Ui.Sheets;

/// <summary>A list as a file that a spreadsheet opens: CSV, or OpenDocument written by us. The same list gives the same bytes.</summary>
/// <param name="Name">Of the sheet and, with its ending, of the file; ASCII.</param>
/// <param name="Heads">The first row.</param>
/// <param name="Rows">A cell is a text, a number, a <see cref="LocalDate"/>, an <see cref="Instant"/> or null.</param>
public sealed record Sheet(string Name, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    private const string OdsType = "application/vnd.oasis.opendocument.spreadsheet";

    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");

    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>Somebody keeps the file's hash: its bytes must not depend on the machine that writes it.</summary>
    public bool IsKept { get; init; }

    public IResult ToCsv() => Results.File(Csv(), "text/csv; charset=utf-8", $"{Name}.csv");

    public IResult ToOds() => Results.File(Ods(), OdsType, $"{Name}.ods");

    /// <summary>RFC 4180, with the byte-order mark without which Excel misreads Chinese.</summary>
    public byte[] Csv()
    {
        var text = new StringBuilder("\uFEFF");
        foreach (var row in Rows.Prepend([.. Heads]))
        {
            text.AppendJoin(',', row.Select(cell => Quoted(Plain(cell)))).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public byte[] Ods() => new Package(OdsType, IsKept, PackagePart.Of("content.xml", Content())).ToBytes();

    private XStreamingElement Content() => new(
        Office + "document-content",
        RootAttributes,
        new XStreamingElement(Office + "body", new XStreamingElement(Office + "spreadsheet", new XStreamingElement(
            Table + "table",
            new XAttribute(Table + "name", Name),
            new XElement(Table + "table-column", new XAttribute(Table + "number-columns-repeated", Heads.Count)),
            new XElement(Table + "table-header-rows", Row([.. Heads])),
            Rows.Select(Row)))));

    private XElement Row(IReadOnlyList<object?> cells) => new(Table + "table-row", cells.Select(Cell));

    private XElement Cell(object? cell)
    {
        (string Type, string? Attribute, string? Value) kind = cell switch
        {
            int or long or decimal => ("float", "value", Plain(cell)),
            LocalDate => ("date", "date-value", Plain(cell)),
            Instant at => ("date", "date-value", Minute.Format(at.InZone(Zone).LocalDateTime)),
            _ => ("string", null, null),
        };
        return cell is null ? new(Table + "table-cell") : new(
            Table + "table-cell",
            new XAttribute(Office + "value-type", kind.Type),
            kind.Attribute is null ? null : new XAttribute(Office + kind.Attribute, kind.Value!),
            Plain(cell).Split('\n').Select(line => new XElement(Text + "p", Inline(line))));
    }

    private string Plain(object? cell) => cell switch
    {
        null => "",
        LocalDate day => LocalDatePattern.Iso.Format(day),
        Instant at => at.InZone(Zone).LocalDateTime.ToString("uuuu-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => cell.ToString()!,
    };

    // A spreadsheet would run a cell that begins like a formula.
    private static string Quoted(string text) => $"\"{(text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" : "")}{text.Replace("\"", "\"\"")}\"";
}
