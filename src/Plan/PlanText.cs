namespace GridDesk.Plan;

/// <summary>The official wording of a row, imported from the office's file; shown beside our short heading.</summary>
internal sealed class PlanText
{
    public required int RocYear { get; init; }
    public required string Measure { get; init; }
    public required string Zh { get; init; }

    /// <summary>Null when the file has no translation.</summary>
    public string? En { get; init; }

    /// <summary>As printed in the plan, Chinese only.</summary>
    public required string Departments { get; init; }

    /// <summary>As printed in the plan, Chinese only.</summary>
    public required string Period { get; init; }
}
