using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace GridDesk.Ui.OpenDocument;

/// <summary>
/// A package by ODF 1.3 part 2: the media type first and not compressed, the parts in the order given, the manifest last.
/// The same parts give the same bytes: every entry carries the same time.
/// </summary>
/// <param name="Type">Of the whole file.</param>
/// <param name="IsKept">
/// Somebody keeps the file's hash. Nothing is compressed then, since a newer compressor would write the same text in other bytes.
/// </param>
internal sealed record Package(string Type, bool IsKept, params IReadOnlyList<PackagePart> Parts)
{
    private static readonly XNamespace Manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";

    // The first day that a ZIP file can write.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "mimetype", CompressionLevel.NoCompression, stream => stream.Write(Encoding.ASCII.GetBytes(Type)));
            foreach (var part in Parts.Append(PackagePart.Of("META-INF/manifest.xml", ManifestOf())))
            {
                Write(zip, part.Path, IsKept ? CompressionLevel.NoCompression : CompressionLevel.Optimal, part.Write);
            }
        }

        return bytes.ToArray();
    }

    private static void Write(ZipArchive zip, string path, CompressionLevel level, Action<Stream> write)
    {
        var entry = zip.CreateEntry(path, level);
        entry.LastWriteTime = NoTime;
        using var stream = entry.Open();
        write(stream);
    }

    private XElement ManifestOf() => new(
        Manifest + "manifest",
        new XAttribute(XNamespace.Xmlns + "manifest", Manifest.NamespaceName),
        new XAttribute(Manifest + "version", Odf.Version),
        Entry("/", Type, new XAttribute(Manifest + "version", Odf.Version)),
        Parts.Select(part => Entry(part.Path, part.Type)));

    private static XElement Entry(string path, string type, XAttribute? version = null) =>
        new(Manifest + "file-entry", new XAttribute(Manifest + "full-path", path), version, new XAttribute(Manifest + "media-type", type));
}

/// <summary>One file of a package.</summary>
internal sealed record PackagePart(string Path, string Type, Action<Stream> Write)
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize, CloseOutput = false };

    public static PackagePart Of(string path, XElement root) => Xml(path, root.WriteTo);

    /// <summary>For what is too long to be held as a tree.</summary>
    public static PackagePart Of(string path, XStreamingElement root) => Xml(path, root.WriteTo);

    public static PackagePart Of(string path, string type, byte[] bytes) => new(path, type, stream => stream.Write(bytes));

    private static PackagePart Xml(string path, Action<XmlWriter> write) => new(path, "text/xml", stream =>
    {
        using var xml = XmlWriter.Create(stream, Settings);
        write(xml);
    });
}
