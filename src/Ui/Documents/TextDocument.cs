using System.Xml.Linq;
using GridDesk.Ui.OpenDocument;
using NodaTime.Text;
using static GridDesk.Ui.OpenDocument.Odf;

namespace GridDesk.Ui.Documents;

/// <summary>
/// A text as a file that a word processor opens: OpenDocument 1.3, A4, with real headings, lists and tables and a word for every picture.
/// The same text gives the same bytes, so that its hash may be kept.
/// </summary>
/// <param name="Title">At the head of the first page, in the foot of each, and what a screen reader says on opening.</param>
/// <param name="Language">Of all its words.</param>
/// <param name="Creator">The office, or the person.</param>
/// <param name="Written">When what it says was true.</param>
public sealed record TextDocument(string Title, Language Language, string Creator, Instant Written, IReadOnlyList<Block> Blocks)
{
    public const string OdtType = "application/vnd.oasis.opendocument.text";

    public byte[] Odt()
    {
        var body = new DocumentBody(Title, Language);
        var content = body.Write(Blocks);
        return new Package(OdtType, IsKept: true,
        [
            PackagePart.Of("content.xml", content),
            PackagePart.Of("styles.xml", DocumentStyles.Of(Title, Language)),
            PackagePart.Of("meta.xml", About()),
            .. body.Pictures,
        ]).ToBytes();
    }

    private XElement About()
    {
        var (written, creator) = (InstantPattern.General.Format(Written), Storable(Creator));
        return new(Office + "document-meta", RootAttributes, new XElement(
            Office + "meta",
            new XElement(Meta + "generator", "GridDesk"),
            new XElement(Dc + "title", Storable(Title)),
            new XElement(Dc + "language", Language.Tag),
            new XElement(Meta + "initial-creator", creator),
            new XElement(Dc + "creator", creator),
            new XElement(Meta + "creation-date", written),
            new XElement(Dc + "date", written)));
    }
}
