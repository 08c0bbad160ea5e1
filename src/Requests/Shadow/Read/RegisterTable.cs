using GridDesk.Kernel.Csv;

namespace GridDesk.Requests.Shadow.Read;

/// <summary>Opens a register as it was sent.</summary>
internal static class RegisterTable
{
    private const string Refused = "shadow.register";

    /// <exception cref="Refusal"><c>shadow.register</c>: empty, without a header, or without the columns that the mapping names.</exception>
    public static CsvTable Open(byte[] bytes, RegisterMapping mapping) => mapping.Format is RegisterFormat.Json && bytes.Length > 0
        ? JsonRegister.Open(bytes, Named(mapping))
        : CsvTable.Open(bytes, mapping.Letters, mapping.Separator, mapping.Quotes, Named(mapping), Refused);

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
}
