using System.Xml.Linq;
using GridDesk.Ui.OpenDocument;
using static GridDesk.Ui.OpenDocument.Odf;

namespace GridDesk.Ui.Documents;

/// <summary>Writes the blocks of one text in their order; tables and pictures are numbered as they come.</summary>
internal sealed class DocumentBody(string title, Language language)
{
    private readonly List<XElement> _written = [];
    private readonly List<PackagePart> _pictures = [];
    private readonly SortedSet<int> _columns = [];
    private int _tables;
    private int _figures;
    private bool _beginsPage;

    public IReadOnlyList<PackagePart> Pictures => _pictures;

    public XElement Write(IReadOnlyList<Block> blocks)
    {
        _written.Add(Line("p", "Title", title));
        foreach (var block in blocks)
        {
            Write(block);
        }

        return new(
            Office + "document-content",
            RootAttributes,
            new XElement(Office + "automatic-styles", BodyStyles.Of(_columns)),
            new XElement(Office + "body", new XElement(Office + "text", _written)));
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case PageBreak:
                _beginsPage = true;
                break;
            case Heading heading:
                _written.Add(Line("h", $"Heading_20_{heading.Level}", heading.Text).With(Text + "outline-level", heading.Level));
                break;
            case Paragraph paragraph:
                _written.Add(Line("p", "Text_20_body", paragraph.Spans));
                break;
            case Bullets { Items.Count: > 0 } bullets:
                _written.Add(new XElement(Text + "list").With(Text + "style-name", "Bullets").Holding(bullets.Items.Select(item => new XElement(Text + "list-item", Line("p", "List", item)))));
                break;
            case Grid grid:
                Write(grid);
                break;
            case Picture picture:
                Write(picture);
                break;
        }
    }

    private void Write(Grid grid)
    {
        var wide = BodyStyles.Widths(grid.Columns);
        _columns.UnionWith(wide);
        _written.Add(Line("p", "Table", new Phrase($"表 {++_tables}　{grid.Caption}", $"Table {_tables}: {grid.Caption}").In(language)));
        _written.Add(new XElement(Table + "table").With(Table + "name", $"Table{_tables}").With(Table + "style-name", "Grid").Holding(
            new XElement(Table + "title", Storable(grid.Caption)),
            wide.Select(width => new XElement(Table + "table-column").With(Table + "style-name", BodyStyles.Column(width))),
            new XElement(Table + "table-header-rows", Row("Head", grid.Columns.Select(column => Line("p", column.IsNumber ? "Number_20_heading" : "Table_20_Heading", column.Head)))),
            grid.Rows.Select(row => Row("Cell", row.Zip(grid.Columns, (cell, column) => Line("p", column.IsNumber ? "Number" : "Table_20_Contents", cell))))));
    }

    private static XElement Row(string style, IEnumerable<XElement> cells) => new XElement(Table + "table-row").With(Table + "style-name", "Row").Holding(
        cells.Select(cell => new XElement(Table + "table-cell").With(Table + "style-name", style).With(Office + "value-type", "string").Holding(cell)));

    private void Write(Picture picture)
    {
        _written.Add(Line("p", picture.Caption is null ? "Picture" : "Picture_20_with_20_caption").Holding(Frame(picture)));
        if (picture.Caption is { } caption)
        {
            _written.Add(Line("p", "Figure", new Phrase($"圖 {++_figures}　{caption}", $"Figure {_figures}: {caption}").In(language)));
        }
    }

    private XElement Frame(Picture picture)
    {
        var file = PictureFile.Of(picture.Bytes);
        var part = PackagePart.Of($"Pictures/{_pictures.Count + 1}.{file.Ending}", file.Type, picture.Bytes);
        _pictures.Add(part);
        var image = new XElement(Draw + "image").With(Xlink + "href", part.Path).With(Xlink + "type", "simple").With(Xlink + "show", "embed").With(Xlink + "actuate", "onLoad");
        return new XElement(Draw + "frame")
            .With(Draw + "style-name", "Frame").With(Draw + "name", $"Picture{_pictures.Count}").With(Text + "anchor-type", "as-char").With(Svg + "width", file.Width).With(Svg + "height", file.Height).With(Draw + "transform", file.Turn)
            .Holding(image, new XElement(Svg + "title", Storable(picture.Alt)), new XElement(Svg + "desc", Storable(picture.Description ?? picture.Alt)));
    }

    // Every block begins with one of these, so that a page can begin with any block.
    private XElement Line(string name, string style, params IEnumerable<Span> spans)
    {
        var line = new XElement(Text + name).With(Text + "style-name", _beginsPage ? BodyStyles.BeginningPage(style) : style).Holding(spans.Select(Words));
        _beginsPage = false;
        return line;
    }

    private IEnumerable<XNode> Words(Span span)
    {
        var words = Inline(span.Text);
        words = span.IsStrong ? [new XElement(Text + "span").With(Text + "style-name", "Strong_20_Emphasis").Holding(words)] : words;
        words = span.Address is null ? words : [new XElement(Text + "a").With(Xlink + "type", "simple").With(Xlink + "href", Storable(span.Address)).Holding(words)];
        return span.Picture is { } picture ? [Frame(picture), .. words] : words;
    }
}
