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
    private readonly long _at = At.ToUnixTimeTicks(); // half as long as an instant

    public Instant At { get => Instant.FromUnixTimeTicks(_at); init => _at = value.ToUnixTimeTicks(); }

    public Phrase Label { get => field ?? Shown!(Subject).Label; init; } = Label;

    public string? Path { get => field ?? Shown?.Invoke(Subject).Path; init; } = Path;

    private Func<string, (Phrase Label, string Path)>? Shown { get; init; }

    /// <summary>One whose label and page follow from its subject, and are made when somebody looks: most rows are only counted.</summary>
    public static EvidenceRow Of(string subject, Instant at, Func<string, (Phrase Label, string Path)> shown, Happening? work = null) => new(subject, null!, at, null) { Shown = shown, Work = work };

    /// <summary>What happened, by which it is known whose work it was; null where no single event stands behind it.</summary>
    [JsonIgnore]
    public Happening? Work { get; init; }
}
