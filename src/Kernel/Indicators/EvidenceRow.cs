using System.Text.Json.Serialization;
using GridDesk.Kernel.Events;

namespace GridDesk.Kernel.Indicators;

/// <summary>One thing that a figure counted.</summary>
/// <param name="Subject">The subject's key, such as <c>request:0197…</c>.</param>
/// <param name="Label">What a person calls it: a case number, the service catalogue.</param>
/// <param name="At">When it counted.</param>
/// <param name="Path">The page that shows it; null when there is none.</param>
public sealed record EvidenceRow(string Subject, Phrase Label, Instant At, string? Path)
{
    /// <summary>What happened, by which it is known whose work it was; null where no single event stands behind it.</summary>
    [JsonIgnore]
    public Happening? Work { get; init; }
}
