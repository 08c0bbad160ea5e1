using System.Globalization;
using System.Xml.Linq;
using static GridDesk.Ui.OpenDocument.Odf;

namespace GridDesk.Ui.Documents;

/// <summary>The styles that ODF wants beside the text: of tables, pictures, and of paragraphs that begin a page.</summary>
internal static class BodyStyles
{
    /// <summary>Between the margins of an A4 page, in thousandths of a centimetre.</summary>
    public const int TextWidth = 17000;

    private static readonly string[] OfParagraphs =
    [
        "Title", "Heading_20_1", "Heading_20_2", "Heading_20_3", "Heading_20_4", "Heading_20_5", "Heading_20_6", "Text_20_body", "List", "Table", "Picture", "Picture_20_with_20_caption",
    ];

    public static string BeginningPage(string style) => $"{style}_page";

    public static string Column(int width) => $"Column_{width}";

    /// <summary>How wide each column is; together as wide as the text.</summary>
    public static IReadOnlyList<int> Widths(IReadOnlyList<Column> columns)
    {
        var all = columns.Sum(column => Math.Max(1, column.Width));
        return [.. columns.Select(column => TextWidth * Math.Max(1, column.Width) / all)];
    }

    public static string Centimetres(int thousandths) => (thousandths / 1000m).ToString("0.###cm", CultureInfo.InvariantCulture);

    public static IEnumerable<XElement> Of(IEnumerable<int> columns) =>
    [
        .. OfParagraphs.Select(style => Named(BeginningPage(style), "paragraph", ("paragraph-properties", [(Fo + "break-before", "page")])).With(Style + "parent-style-name", style)),
        Named("Grid", "table", ("table-properties", [(Style + "width", Centimetres(TextWidth)), (Table + "align", "margins"), (Table + "border-model", "collapsing"), (Fo + "margin-bottom", "0.6cm")])),
        .. columns.Select(width => Named(Column(width), "table-column", ("table-column-properties", [(Style + "column-width", Centimetres(width))]))),
        Named("Row", "table-row", ("table-row-properties", [(Fo + "keep-together", "always")])),
        Named("Head", "table-cell", ("table-cell-properties", [(Fo + "background-color", "#dfebed"), (Fo + "border", "0.5pt solid #5d6e75"), (Fo + "padding", "0.12cm"), (Style + "vertical-align", "bottom")])),
        Named("Cell", "table-cell", ("table-cell-properties", [(Fo + "border", "0.5pt solid #5d6e75"), (Fo + "padding", "0.12cm")])),
        Named("Frame", "graphic", ("graphic-properties", [(Style + "vertical-pos", "top"), (Style + "vertical-rel", "baseline")])),
    ];

    private static XElement Named(string name, string family, (string Name, (XName Name, string Value)[] Is) properties) => new XElement(Style + "style")
        .With(Style + "name", name)
        .With(Style + "family", family)
        .Holding(new XElement(Style + properties.Name, properties.Is.Select(property => new XAttribute(property.Name, property.Value))));
}
