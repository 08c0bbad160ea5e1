namespace GridDesk.Ui.Documents;

/// <summary>A part of a text, by what it is and not by how it looks.</summary>
public abstract record Block;

/// <param name="Level">1 to 6; none is left out on the way down, or a reader who jumps from heading to heading is lost.</param>
public sealed record Heading(string Text, int Level) : Block
{
    public int Level { get; } = Level is >= 1 and <= 6 ? Level : throw new ArgumentOutOfRangeException(nameof(Level));
}

public sealed record Paragraph(params IReadOnlyList<Span> Spans) : Block;

public sealed record Bullets(params IReadOnlyList<Span> Items) : Block;

/// <summary>A table; its heads are said with each cell and repeated on each page.</summary>
/// <param name="Caption">What it shows, without a number: tables are numbered in their order.</param>
public sealed record Grid(string Caption, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Span>> Rows) : Block
{
    public IReadOnlyList<IReadOnlyList<Span>> Rows { get; } = Columns.Count > 0 && Rows.All(row => row.Count == Columns.Count)
        ? Rows
        : throw new ArgumentException("Every row has a cell for every column.", nameof(Rows));
}

/// <param name="Width">Beside the other columns of its table.</param>
/// <param name="IsNumber">Set against the right edge.</param>
public sealed record Column(string Head, int Width = 1, bool IsNumber = false);

/// <summary>A picture, as wide as the text at most.</summary>
/// <param name="Bytes">JPEG, PNG, WebP or SVG.</param>
/// <param name="Alt">What it shows, in a few words, for those who do not see it.</param>
/// <param name="Description">More of the same, when a few words are not enough.</param>
/// <param name="Caption">Under it, without a number; none when the text says it already.</param>
public sealed record Picture(byte[] Bytes, string Alt, string? Description = null, string? Caption = null) : Block;

/// <summary>What follows begins a page.</summary>
public sealed record PageBreak : Block;

/// <summary>Some words of a paragraph, an item or a cell.</summary>
/// <param name="Address">Where they lead.</param>
/// <param name="IsStrong">They matter more than those around them.</param>
public sealed record Span(string Text, string? Address = null, bool IsStrong = false)
{
    /// <summary>A small picture that stands before them, such as the bars of a line of a table.</summary>
    public Picture? Picture { get; init; }

    public static implicit operator Span(string text) => new(text);
}
