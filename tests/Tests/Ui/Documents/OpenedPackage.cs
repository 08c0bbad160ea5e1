using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GridDesk.Ui.OpenDocument;

namespace GridDesk.Tests.Ui.Documents;

/// <summary>A package as a program opens it that somebody else wrote.</summary>
internal sealed partial class OpenedPackage(byte[] bytes)
{
    public IReadOnlyList<(string Path, bool IsCompressed, DateTime At)> Entries { get; } = [.. Unzipped(bytes).Select(entry => (entry.FullName, entry.CompressedLength != entry.Length, entry.LastWriteTime.DateTime))];

    public XElement Content => Part("content.xml");

    public XElement Part(string path)
    {
        using var stream = new MemoryStream(Bytes(path));
        return XElement.Load(stream, LoadOptions.PreserveWhitespace);
    }

    public byte[] Bytes(string path)
    {
        using var stream = Unzipped(bytes).Single(entry => entry.FullName == path).Open();
        using var part = new MemoryStream();
        stream.CopyTo(part);
        return part.ToArray();
    }

    /// <summary>The words of a paragraph by ODF 1.3 part 3, 6.1.2: white space runs together, unless an element says otherwise.</summary>
    public static string TextOf(XElement paragraph)
    {
        var said = string.Concat(paragraph.DescendantNodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement e when e.Name == Odf.Text + "s" => new string('\uE000', (int)e.Attribute(Odf.Text + "c")!),
            XElement e when e.Name == Odf.Text + "tab" => "\uE001",
            XElement e when e.Name == Odf.Text + "line-break" => "\uE002",
            _ => "",
        }));
        return White().Replace(said, " ").Trim(' ').Replace('\uE000', ' ').Replace('\uE001', '\t').Replace('\uE002', '\n');
    }

    private static IReadOnlyCollection<ZipArchiveEntry> Unzipped(byte[] bytes) => new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read, leaveOpen: false, Encoding.UTF8).Entries;

    [GeneratedRegex("[ \t\r\n]+")]
    private static partial Regex White();
}
