namespace GridDesk.Kernel.Csv;

/// <summary>The rows of a table by the names of its columns; rows in which nothing stands are passed over.</summary>
/// <param name="named">The columns that are read; what stands in others is of no concern.</param>
/// <param name="blanks">Words that mean that nothing stands there, such as <c>Not set</c>.</param>
public sealed class NamedRows(CsvTable table, IReadOnlyList<string> named, IReadOnlyList<string> blanks)
{
    private readonly Dictionary<string, int> _columns = ColumnsOf(table);

    public IEnumerable<NamedRow> Read() => table.Rows.Where(row => row.Mistake is not null || row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell))).Select(row => new NamedRow(row.Line, MistakeOf(row), column => Cell(row, column)));

    private Phrase? MistakeOf(CsvRow row) =>
        row.Mistake is { } broken ? broken
        : row.Cells.Count != table.Heads.Count ? new($"有 {row.Cells.Count} 格，但標題有 {table.Heads.Count} 欄。", $"It has {row.Cells.Count} cells, but the header has {table.Heads.Count}.")
        : named.Any(name => row.Cells[_columns[name]].Any(IsNoLetter)) ? new("有讀不出來的字，請檢查檔案的編碼。", "Some letters cannot be read: check how the file is encoded.")
        : null;

    // A column that is not mapped is as empty as one in which nothing stands.
    private string Cell(CsvRow row, ColumnName? column)
    {
        var text = column is null ? "" : string.Join(' ', column.Names.Select(name => row.Cells[_columns[name]].Trim()).Where(cell => cell.Length > 0));
        return blanks.Contains(text) ? "" : text;
    }

    // Of two columns with one name the first.
    private static Dictionary<string, int> ColumnsOf(CsvTable table)
    {
        Dictionary<string, int> columns = [];
        foreach (var (index, head) in table.Heads.Index())
        {
            columns.TryAdd(head, index);
        }

        return columns;
    }

    // No database stores a NUL, and nobody types the other control characters.
    private static bool IsNoLetter(char sign) => sign == TextBytes.Unreadable || (char.IsControl(sign) && sign is not ('\t' or '\n' or '\r'));
}

/// <param name="Line">In the file that was sent.</param>
/// <param name="Mistake">Why nothing of it can be read; null when its cells can.</param>
/// <param name="Cell">What stands in a column; empty for null.</param>
public sealed record NamedRow(int Line, Phrase? Mistake, Func<ColumnName?, string> Cell)
{
    /// <summary>A word of the file in a sentence about it.</summary>
    public static string Shortened(string word) => word.Length <= 40 ? word : word[..(char.IsHighSurrogate(word[39]) ? 39 : 40)];
}
