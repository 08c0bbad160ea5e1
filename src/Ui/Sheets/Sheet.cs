using System.IO.Compression;
using System.Text;
using System.Xml;
using NodaTime.Text;

namespace GridDesk.Ui.Sheets;

/// <summary>A list as a file that a spreadsheet opens: CSV, or OpenDocument written by us.</summary>
/// <param name="Name">Of the sheet and, with its ending, of the file; ASCII.</param>
/// <param name="Heads">The first row.</param>
/// <param name="Rows">A cell is a text, a number, a <see cref="LocalDate"/>, an <see cref="Instant"/> or null.</param>
public sealed record Sheet(string Name, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    private const string OdsType = "application/vnd.oasis.opendocument.spreadsheet";
    private const string OfficeNs = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private const string TableNs = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private const string TextNs = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private const string ManifestNs = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";

    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");

    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

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

    /// <summary>The least that ODF 1.3 part 2 asks of a package: the media type first and not compressed, content and manifest.</summary>
    public byte[] Ods()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "mimetype", CompressionLevel.NoCompression, stream => stream.Write(Encoding.ASCII.GetBytes(OdsType)));
            WriteXml(zip, "content.xml", WriteContent);
            WriteXml(zip, "META-INF/manifest.xml", WriteManifest);
        }

        return bytes.ToArray();
    }

    private void WriteContent(XmlWriter xml)
    {
        xml.WriteStartElement("office", "document-content", OfficeNs);
        xml.WriteAttributeString("xmlns", "table", null, TableNs);
        xml.WriteAttributeString("xmlns", "text", null, TextNs);
        xml.WriteAttributeString("office", "version", OfficeNs, "1.3");
        xml.WriteStartElement("office", "body", OfficeNs);
        xml.WriteStartElement("office", "spreadsheet", OfficeNs);
        xml.WriteStartElement("table", "table", TableNs);
        xml.WriteAttributeString("table", "name", TableNs, Name);
        xml.WriteStartElement("table", "table-column", TableNs);
        xml.WriteAttributeString("table", "number-columns-repeated", TableNs, $"{Heads.Count}");
        xml.WriteEndElement();
        foreach (var row in Rows.Prepend([.. Heads]))
        {
            xml.WriteStartElement("table", "table-row", TableNs);
            foreach (var cell in row)
            {
                WriteCell(xml, cell);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteCell(XmlWriter xml, object? cell)
    {
        var (type, attribute, value) = cell switch
        {
            null => (null, null, null),
            int or long or decimal => ("float", "value", Plain(cell)),
            LocalDate => ("date", "date-value", Plain(cell)),
            Instant at => ("date", "date-value", Minute.Format(at.InZone(Zone).LocalDateTime)),
            _ => ("string", (string?)null, (string?)null),
        };
        xml.WriteStartElement("table", "table-cell", TableNs);
        if (type is not null)
        {
            xml.WriteAttributeString("office", "value-type", OfficeNs, type);
            if (attribute is not null)
            {
                xml.WriteAttributeString("office", attribute, OfficeNs, value);
            }

            xml.WriteElementString("text", "p", TextNs, Storable(Plain(cell)));
        }

        xml.WriteEndElement();
    }

    private static void WriteManifest(XmlWriter xml)
    {
        xml.WriteStartElement("manifest", "manifest", ManifestNs);
        xml.WriteAttributeString("manifest", "version", ManifestNs, "1.3");
        foreach (var (path, type) in new[] { ("/", OdsType), ("content.xml", "text/xml") })
        {
            xml.WriteStartElement("manifest", "file-entry", ManifestNs);
            xml.WriteAttributeString("manifest", "full-path", ManifestNs, path);
            xml.WriteAttributeString("manifest", "media-type", ManifestNs, type);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
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

    // XML has no place for control characters.
    private static string Storable(string text) => string.Concat(text.Where(c => c is '\t' or '\n' || !char.IsControl(c)));

    private static void Write(ZipArchive zip, string path, CompressionLevel level, Action<Stream> write)
    {
        using var stream = zip.CreateEntry(path, level).Open();
        write(stream);
    }

    private static void WriteXml(ZipArchive zip, string path, Action<XmlWriter> write) => Write(zip, path, CompressionLevel.Optimal, stream =>
    {
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = false });
        write(xml);
    });
}
