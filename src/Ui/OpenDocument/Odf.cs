using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace GridDesk.Ui.OpenDocument;

/// <summary>The words of OpenDocument 1.3 that sheets and texts share.</summary>
internal static partial class Odf
{
    public const string Version = "1.3";

    public static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    public static readonly XNamespace Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    public static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    public static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    public static readonly XNamespace Draw = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
    public static readonly XNamespace Meta = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0";
    public static readonly XNamespace Fo = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
    public static readonly XNamespace Svg = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0";
    public static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    public static readonly XNamespace Xlink = "http://www.w3.org/1999/xlink";

    private static readonly Dictionary<string, XNamespace> Prefixes = new()
    {
        ["office"] = Office, ["style"] = Style, ["text"] = Text, ["table"] = Table, ["draw"] = Draw, ["meta"] = Meta, ["fo"] = Fo, ["svg"] = Svg, ["dc"] = Dc, ["xlink"] = Xlink,
    };

    /// <summary>What stands in the root element of every file of a package: all prefixes and the version.</summary>
    public static IEnumerable<XAttribute> RootAttributes =>
        Prefixes.Select(known => new XAttribute(XNamespace.Xmlns + known.Key, known.Value.NamespaceName)).Append(new(Office + "version", Version));

    extension(XElement element)
    {
        /// <summary>Null leaves it out.</summary>
        public XElement With(XName attribute, object? value)
        {
            element.SetAttributeValue(attribute, value);
            return element;
        }

        public XElement Holding(params object?[] content)
        {
            element.Add(content);
            return element;
        }
    }

    /// <summary>
    /// A text inside a paragraph. White space that XML readers run together is written as elements (ODF 1.3 part 3, 6.1.2),
    /// so that the text comes out as it went in.
    /// </summary>
    public static IEnumerable<XNode> Inline(string text)
    {
        var (words, from) = (Storable(text), 0);
        foreach (Match space in KeptSpace().Matches(words))
        {
            if (space.Index > from)
            {
                yield return new XText(words[from..space.Index]);
            }

            yield return space.Value[0] switch
            {
                '\t' => new XElement(Text + "tab"),
                '\n' => new XElement(Text + "line-break"),
                _ => new XElement(Text + "s", new XAttribute(Text + "c", space.Length)),
            };
            from = space.Index + space.Length;
        }

        if (from < words.Length)
        {
            yield return new XText(words[from..]);
        }
    }

    /// <summary>XML has no place for control characters and for halves of a character.</summary>
    public static string Storable(string text) => text.All(sign => sign is '\t' or '\n' || (!char.IsControl(sign) && !char.IsSurrogate(sign) && XmlConvert.IsXmlChar(sign)))
        ? text
        : string.Concat(text.EnumerateRunes().Where(sign => sign.Value is '\t' or '\n' || (!Rune.IsControl(sign) && sign.Value is not (0xFFFE or 0xFFFF))).Select(sign => sign.ToString()));

    [GeneratedRegex(@"\t|\n|\A +| +\z|(?<=[\t\n]) +| +(?=[\t\n])| {2,}")]
    private static partial Regex KeptSpace();
}
