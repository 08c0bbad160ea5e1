using GridDesk.Kernel.Csv;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;

namespace GridDesk.Requests.Shadow.Read;

/// <summary>
/// How the register of another system is read: which column says what, and what its words mean here. A file beside the register,
/// read like a file of the pack, with every mistake at its line. Columns that are not named are never kept.
/// </summary>
internal sealed record RegisterMapping(RegisterColumns Columns) : IChecked
{
    public RegisterFormat Format { get; init; }

    public FileLetters Letters { get; init; }

    public FileSeparator Separator { get; init; }

    /// <summary>False for files that never quote, as those of RT.</summary>
    public bool Quotes { get; init; } = true;

    /// <summary>Of times without an offset; the office's when absent.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>Notations tried before the usual ones, such as <c>M/d/uuuu h:mm tt</c>.</summary>
    public IReadOnlyList<string> Dates { get; init; } = [];

    /// <summary>Words that mean that nothing stands there, such as <c>Not set</c>.</summary>
    public IReadOnlyList<string> Blanks { get; init; } = [];

    public CodeTable Services { get; init; } = CodeTable.Empty;

    public CodeTable Departments { get; init; } = CodeTable.Empty;

    /// <summary>When the clock stood still, column by column.</summary>
    public IReadOnlyList<RegisterPause> Pauses { get; init; } = [];

    /// <summary>A status in which the clock stands still until the end.</summary>
    public RegisterStop? Stopped { get; init; }

    public IReadOnlyDictionary<string, RegisterOutcome> Outcomes { get; init; } = new Dictionary<string, RegisterOutcome>();

    void IChecked.Check(Checker check)
    {
        TimeReader.Check(check, Dates);
        if (Outcomes.Count > 0 && Columns.Outcome is null)
        {
            check.Mistake("outcomes", "寫了 outcomes，但 columns 沒有寫 outcome 是哪一欄。", "There are outcomes, but columns does not say which column is the outcome.");
        }
    }
}

/// <summary>Which column says what; one name, or several whose texts are joined by a blank, such as a date and its time.</summary>
/// <param name="Received">When the papers came in.</param>
internal sealed record RegisterColumns(ColumnName Number, ColumnName Service, ColumnName Received)
{
    public ColumnName? Department { get; init; }

    /// <summary>Formal acceptance, where the register has it; the clock then starts here.</summary>
    public ColumnName? Accepted { get; init; }

    public ColumnName? Closed { get; init; }

    /// <summary>Due by the old system.</summary>
    public ColumnName? Due { get; init; }

    public ColumnName? Outcome { get; init; }
}

/// <summary>Words of the register and our codes.</summary>
internal sealed record CodeTable(IReadOnlyDictionary<string, string> Codes)
{
    public static CodeTable Empty { get; } = new(new Dictionary<string, string>());
}

internal sealed record RegisterPause(ColumnName From, ColumnName To, PauseKind Kind);

/// <param name="Column">Of the status.</param>
/// <param name="Since">Since when.</param>
internal sealed record RegisterStop(ColumnName Column, ColumnName Since, IReadOnlyDictionary<string, PauseKind> Values);

internal enum RegisterFormat { Csv, Json }

/// <summary><see cref="Void"/> rows count nowhere; those that are <see cref="Open"/> have no end, whatever their dates say.</summary>
internal enum RegisterOutcome { Done, Refused, Withdrawn, Open, Void }

internal enum PauseKind { Customer, Permit, ForceMajeure }

internal static class PauseKinds
{
    extension(PauseKind kind)
    {
        public SegmentKind Segment => kind switch
        {
            PauseKind.Customer => SegmentKind.WaitingForCustomer,
            PauseKind.Permit => SegmentKind.WaitingForPermit,
            _ => SegmentKind.ForceMajeure,
        };
    }
}
