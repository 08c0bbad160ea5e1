using GridDesk.Kernel.Csv;
using GridDesk.Kernel.Events;

namespace GridDesk.Requests.Shadow;

/// <summary>A register of another system and how far it has been judged.</summary>
internal sealed class ShadowImport : Subject
{
    public required Guid Id { get; init; }

    /// <summary>Of the file that was sent.</summary>
    public required string Name { get; init; }

    /// <summary>Of its mapping.</summary>
    public required string Mapping { get; init; }

    /// <summary>How the file was written, as far as we could tell.</summary>
    public required TextKind Letters { get; init; }

    /// <summary>Hash of what is stored of it.</summary>
    public required string File { get; init; }

    /// <summary>Rows, broken ones included.</summary>
    public required int Lines { get; init; }

    /// <summary>The latest moment that it knows of; cases without an end are reckoned up to it.</summary>
    public required Instant AsOf { get; init; }

    public required Instant ReadAt { get; init; }
    public required string By { get; init; }

    /// <summary>The calendar's edition by which it is judged.</summary>
    public required string Calendar { get; init; }

    /// <summary>Rows that are judged or listed as broken; the worker goes on here after a stop, however it was stopped.</summary>
    public int Handled { get; private set; }
    public int Cases { get; private set; }
    public int Broken { get; private set; }
    public int Late { get; private set; }
    public Instant? DoneAt { get; private set; }

    /// <summary>A broken import would be tried for ever; what went wrong is shown instead.</summary>
    public string? Failure { get; private set; }

    public override string Key => $"shadow:{Id:N}";

    public bool IsRunning => DoneAt is null && Failure is null;

    /// <summary>Counts a batch; gives the event when it was the last one.</summary>
    public ShadowJudged? Handle(int cases, int broken, int late, Instant now)
    {
        (Handled, Cases, Broken, Late) = (Handled + cases + broken, Cases + cases, Broken + broken, Late + late);
        if (Handled < Lines)
        {
            return null;
        }

        DoneAt = now;
        return new(Cases, Broken, Late);
    }

    public void Fail(string why) => Failure = why.Length > 2000 ? why[..2000] : why;
}

/// <summary>A case of a register under our promises: what it was judged by, and nothing about the customer.</summary>
internal sealed class ShadowCase
{
    public required Guid Import { get; init; }

    /// <summary>Which row of the register it is, the first being 0; a file in JSON may have all of them in one line.</summary>
    public required int Place { get; init; }

    /// <summary>In the file that was sent.</summary>
    public required int Line { get; init; }
    public required string Number { get; init; }
    public required string Service { get; init; }
    public required string Department { get; init; }

    /// <summary>The first day of the month in which its clock started.</summary>
    public required LocalDate Month { get; init; }
    public required Instant ReceivedAt { get; init; }
    public required Instant StartedAt { get; init; }
    public Instant? ClosedAt { get; init; }

    /// <summary>The version of the service's definition, by the day from which it holds.</summary>
    public required LocalDate Definition { get; init; }

    /// <summary>Its clock started before the first version: that one judged it all the same.</summary>
    public required bool IsBeforeFirst { get; init; }
    public Instant? DueAt { get; init; }
    public Instant? OldDueAt { get; init; }
    public required Verdict Verdict { get; init; }
    public required int LateBy { get; init; }
    public Cause? Cause { get; init; }
    public bool? OldLate { get; init; }
    public Cause? Difference { get; init; }
}

/// <summary>A row of a register that cannot be judged, and why.</summary>
internal sealed class ShadowBrokenRow
{
    public required Guid Import { get; init; }

    /// <summary>As <see cref="ShadowCase.Place"/>.</summary>
    public required int Place { get; init; }
    public required int Line { get; init; }
    public required string Zh { get; init; }
    public required string En { get; init; }

    public Phrase Reason => new(Zh, En);
}
