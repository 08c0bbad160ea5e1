using GridDesk.Kernel.Csv;
using GridDesk.Kernel.Pack;

namespace GridDesk.Bills.Import;

/// <summary>
/// How a file of the company's billing is read: which column says what, and what its words mean here. A file beside it, read like a
/// file of the pack, with every mistake at its line. Columns that are not named are never kept.
/// </summary>
internal sealed record BillFileMapping(BillFileKind Kind, BillColumns Columns) : IChecked
{
    public FileLetters Letters { get; init; }

    public FileSeparator Separator { get; init; }

    /// <summary>False for files that never quote.</summary>
    public bool Quotes { get; init; } = true;

    /// <summary>Notations of dates and times tried before the usual ones, such as <c>M/d/uuuu h:mm tt</c>.</summary>
    public IReadOnlyList<string> Dates { get; init; } = [];

    /// <summary>Words that mean that nothing stands there, such as <c>-</c>.</summary>
    public IReadOnlyList<string> Blanks { get; init; } = [];

    /// <summary>Words of the column <c>state</c> that mean that nobody has to pay the bill.</summary>
    public IReadOnlyList<string> Cancelled { get; init; } = [];

    /// <summary>Words of the column <c>channel</c>; our own names are understood without.</summary>
    public IReadOnlyDictionary<string, PaymentChannel> Channels { get; init; } = new Dictionary<string, PaymentChannel>();

    /// <summary>Every column that the mapping names, once.</summary>
    public IReadOnlyList<string> Named => [.. ((ColumnName?[])[Columns.Number, Columns.Account, Columns.Month, Columns.Amount, Columns.Issued, Columns.Due, Columns.State, Columns.Paid, Columns.Channel])
        .OfType<ColumnName>().SelectMany(column => column.Names).Distinct()];

    void IChecked.Check(Checker check)
    {
        TimeReader.Check(check, Dates);
        IReadOnlyList<(string Key, ColumnName? Column)> needed = Kind is BillFileKind.Bills
            ? [("account", Columns.Account), ("month", Columns.Month), ("issued", Columns.Issued), ("due", Columns.Due)]
            : [("paid", Columns.Paid)];
        foreach (var (key, _) in needed.Where(one => one.Column is null))
        {
            check.Mistake("columns", $"沒有寫「{key}」是哪一欄。", $"It does not say which column is '{key}'.");
        }

        if (Cancelled.Count > 0 && Columns.State is null)
        {
            check.Mistake("cancelled", "寫了 cancelled，但 columns 沒有寫 state 是哪一欄。", "There are words for cancelled, but columns does not say which column is the state.");
        }
    }
}

/// <summary>Which column says what; one name, or several whose texts are joined by a blank, such as a date and its time.</summary>
internal sealed record BillColumns(ColumnName Number, ColumnName Amount)
{
    /// <summary>The electricity number.</summary>
    public ColumnName? Account { get; init; }

    /// <summary>The month that the bill is counted under, such as 10806.</summary>
    public ColumnName? Month { get; init; }

    public ColumnName? Issued { get; init; }

    public ColumnName? Due { get; init; }

    public ColumnName? State { get; init; }

    /// <summary>When it was paid; the time may be missing.</summary>
    public ColumnName? Paid { get; init; }

    public ColumnName? Channel { get; init; }
}
