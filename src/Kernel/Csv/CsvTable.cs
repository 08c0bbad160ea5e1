namespace GridDesk.Kernel.Csv;

/// <summary>How a file of another system is written, as its mapping says.</summary>
public enum FileLetters { Auto, Utf8, Big5 }

/// <summary>Between cells.</summary>
public enum FileSeparator { Auto, Comma, Semicolon, Tab }

/// <summary>A column of a file by its name; several names are columns whose texts are joined by a blank, such as a date and its time.</summary>
public sealed record ColumnName(IReadOnlyList<string> Names)
{
    /// <summary>As people call it.</summary>
    public override string ToString() => string.Join('+', Names);
}

/// <summary>A table as it was sent: its columns, and its rows one after the other.</summary>
/// <param name="Letters">How it is written.</param>
public sealed record CsvTable(IReadOnlyList<string> Heads, IEnumerable<CsvRow> Rows, TextKind Letters)
{
    /// <param name="named">Every column that has to be there.</param>
    /// <param name="quotes">False for files that never quote.</param>
    /// <param name="code">Of the refusal; what follows its dot is the field that it belongs to.</param>
    /// <exception cref="Refusal"><paramref name="code"/>: empty, without a header, or without a column that the mapping names.</exception>
    public static CsvTable Open(byte[] bytes, FileLetters letters, FileSeparator between, bool quotes, IReadOnlyList<string> named, string code)
    {
        var field = code.Split('.')[^1];
        if (bytes.Length == 0)
        {
            throw new Refusal(code, "這個檔案是空的，請選另一個檔案。", "This file is empty; please choose another.", field);
        }

        var kind = KindOf(bytes, letters);
        var separator = between switch
        {
            FileSeparator.Comma => ',',
            FileSeparator.Semicolon => ';',
            FileSeparator.Tab => '\t',
            _ => SeparatorOf(TextBytes.Open(bytes, kind).ReadLine() ?? ""),
        };
        var rows = new CsvReader(TextBytes.Open(bytes, kind), separator, quotes).Read().GetEnumerator();
        if (!rows.MoveNext() || rows.Current.Mistake is not null)
        {
            throw new Refusal(code, "讀不到第一列的欄位名稱，檔案的第一列要是欄位名稱。", "The names of the columns cannot be read: the first row of the file must name them.", field);
        }

        IReadOnlyList<string> heads = [.. rows.Current.Cells.Select(head => head.Trim())];
        var missing = named.Where(name => !heads.Contains(name)).ToList();
        return missing.Count == 0 ? new(heads, Rest(rows), kind) : throw new Refusal(code,
            $"檔案沒有這些欄位：{string.Join("、", missing)}。它的欄位是：{string.Join("、", heads)}。請改對照檔，或選另一個檔案。",
            $"The file has no such columns: {string.Join(", ", missing)}. Its columns are: {string.Join(", ", heads)}. Change the mapping or choose another file.", field);
    }

    public static TextKind KindOf(byte[] bytes, FileLetters letters) => letters switch { FileLetters.Utf8 => TextKind.Utf8, FileLetters.Big5 => TextKind.Big5, _ => TextBytes.KindOf(bytes) };

    private static IEnumerable<CsvRow> Rest(IEnumerator<CsvRow> rows)
    {
        using (rows)
        {
            while (rows.MoveNext())
            {
                yield return rows.Current;
            }
        }
    }

    private static char SeparatorOf(string header) => ((char[])[',', '\t', ';']).MaxBy(separator => header.Count(letter => letter == separator));
}
