using GridDesk.Kernel.Csv;
using GridDesk.Kernel.Events;

namespace GridDesk.Bills.Import;

/// <summary>A file of bills or payments and how far it has been taken in.</summary>
internal sealed class BillFile : Subject
{
    public required Guid Id { get; init; }
    public required BillFileKind Kind { get; init; }

    /// <summary>Of the file that was sent.</summary>
    public required string Name { get; init; }

    /// <summary>Of its mapping.</summary>
    public required string Mapping { get; init; }

    /// <summary>How the file was written, as far as we could tell.</summary>
    public required TextKind Letters { get; init; }

    /// <summary>Hash of what is stored of it.</summary>
    public required string Kept { get; init; }

    /// <summary>Rows, broken ones included.</summary>
    public required int Lines { get; init; }

    public required Instant ReadAt { get; init; }
    public required string By { get; init; }

    /// <summary>Rows that are taken in or listed as broken; the worker goes on here after a stop, however it was stopped.</summary>
    public int Handled { get; private set; }
    public int Added { get; private set; }
    public int Changed { get; private set; }
    public int Same { get; private set; }
    public int Broken { get; private set; }
    public Instant? DoneAt { get; private set; }

    /// <summary>What is stored of it cannot be read any more; what went wrong is shown.</summary>
    public string? Failure { get; private set; }

    public override string Key => $"bill-file:{Id:N}";

    public bool IsRunning => DoneAt is null && Failure is null;

    public BillFileRead Read() => new(Kind, Lines);

    /// <summary>Counts a batch; gives the event when it was the last one.</summary>
    public BillFileTakenIn? Handle(int added, int changed, int same, int broken, Instant now)
    {
        (Handled, Added, Changed, Same, Broken) = (Handled + added + changed + same + broken, Added + added, Changed + changed, Same + same, Broken + broken);
        if (Handled < Lines)
        {
            return null;
        }

        DoneAt = now;
        return new(Kind, Added, Changed, Same, Broken);
    }

    public void Fail(string why) => Failure = why.Length > 2000 ? why[..2000] : why;
}

/// <summary>What is wrong in one row of a file, and what to do.</summary>
internal sealed class BillFileMistake
{
    public required Guid File { get; init; }

    /// <summary>Which row of the file it is, the first being 0.</summary>
    public required int Place { get; init; }

    /// <summary>A row may have several mistakes.</summary>
    public required int Nth { get; init; }

    public required int Line { get; init; }

    /// <summary>As the file names it; empty when the row as a whole is wrong.</summary>
    public required string Column { get; init; }
    public required string Zh { get; init; }
    public required string En { get; init; }

    public Phrase Reason => new(Zh, En);
}
