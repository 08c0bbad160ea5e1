using GridDesk.Kernel.Csv;

namespace GridDesk.Requests.Shadow.Read;

/// <summary>What is kept of one row of a register: what the mapping names, and nothing about the customer.</summary>
/// <param name="Line">In the file that was sent.</param>
internal sealed record RegisterRow(int Line, string Number, string Service, string Department, WrittenTime Received)
{
    public WrittenTime? Accepted { get; init; }

    public WrittenTime? Closed { get; init; }

    /// <summary>Due by the old system.</summary>
    public WrittenTime? Due { get; init; }

    /// <summary>In order, none over another; the last may be open.</summary>
    public IReadOnlyList<Pause> Pauses { get; init; } = [];

    public RegisterOutcome Outcome { get; init; }

    /// <summary>The clock starts at formal acceptance; a register that does not know it starts at receipt.</summary>
    public WrittenTime Started => Accepted ?? Received;

    /// <summary>The latest moment that the row knows of.</summary>
    public Instant Last => Instant.Max(Started.At, Instant.Max(Closed?.At ?? Started.At, Pauses is [.., var last] ? last.To ?? last.From : Started.At));
}

/// <summary>A stretch in which the clock stood still.</summary>
internal sealed record Pause(PauseKind Kind, Instant From, Instant? To);

/// <summary>A line of a register: a row that can be judged, or why it cannot.</summary>
internal sealed record RegisterLine(int Line, RegisterRow? Row, Phrase? Mistake);
