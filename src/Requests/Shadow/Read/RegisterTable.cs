using GridDesk.Kernel.Csv;

namespace GridDesk.Requests.Shadow.Read;

/// <summary>A register as it was sent: its columns, and its rows one after the other.</summary>
/// <param name="Letters">How it is written.</param>
internal sealed record RegisterTable(IReadOnlyList<string> Heads, IEnumerable<CsvRow> Rows, TextKind Letters)
{
    /// <exception cref="Refusal"><c>shadow.register</c>: empty, without a header, or without the columns that the mapping names.</exception>
    public static RegisterTable Open(byte[] bytes, RegisterMapping mapping)
    {
        if (bytes.Length == 0)
        {
            throw new Refusal("shadow.register", "這個檔案是空的，請選另一個檔案。", "This file is empty; please choose another.", "register");
        }

        var letters = mapping.Letters switch { RegisterLetters.Utf8 => TextKind.Utf8, RegisterLetters.Big5 => TextKind.Big5, _ => TextBytes.KindOf(bytes) };
        return mapping.Format is RegisterFormat.Json ? JsonRegister.Open(bytes, Named(mapping)) : OpenCsv(bytes, mapping, letters);
    }

    private static RegisterTable OpenCsv(byte[] bytes, RegisterMapping mapping, TextKind letters)
    {
        var separator = mapping.Separator switch
        {
            RegisterSeparator.Comma => ',',
            RegisterSeparator.Semicolon => ';',
            RegisterSeparator.Tab => '\t',
            _ => SeparatorOf(TextBytes.Open(bytes, letters).ReadLine() ?? ""),
        };
        var rows = new CsvReader(TextBytes.Open(bytes, letters), separator, mapping.Quotes).Read().GetEnumerator();
        if (!rows.MoveNext() || rows.Current.Mistake is not null)
        {
            throw new Refusal("shadow.register", "讀不到第一列的欄位名稱，登記簿的第一列要是欄位名稱。", "The names of the columns cannot be read: the first row of a register must name them.", "register");
        }

        IReadOnlyList<string> heads = [.. rows.Current.Cells.Select(head => head.Trim())];
        var missing = Named(mapping).Where(name => !heads.Contains(name)).ToList();
        if (missing.Count > 0)
        {
            throw new Refusal("shadow.register",
                $"登記簿沒有這些欄位：{string.Join("、", missing)}。它的欄位是：{string.Join("、", heads)}。請改對照檔，或選另一個登記簿。",
                $"The register has no such columns: {string.Join(", ", missing)}. Its columns are: {string.Join(", ", heads)}. Change the mapping or choose another register.", "register");
        }

        return new(heads, Rest(rows), letters);
    }

    /// <summary>Every column that the mapping names, once.</summary>
    public static IReadOnlyList<string> Named(RegisterMapping mapping)
    {
        var columns = mapping.Columns;
        ColumnName?[] named =
        [
            columns.Number, columns.Service, columns.Received, columns.Department, columns.Accepted, columns.Closed, columns.Due, columns.Outcome,
            mapping.Stopped?.Column, mapping.Stopped?.Since, .. mapping.Pauses.SelectMany(pause => (ColumnName[])[pause.From, pause.To]),
        ];
        return [.. named.OfType<ColumnName>().SelectMany(column => column.Names).Distinct()];
    }

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
