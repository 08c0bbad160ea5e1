using System.Text.Json;
using GridDesk.Kernel.Pack;

namespace GridDesk.Plan;

/// <summary>A change of one row of a plan in force (柒): what it says from a day on, by which letter and why. Never changed itself.</summary>
internal sealed class Amendment
{
    public required Guid Id { get; init; }
    public required int RocYear { get; init; }

    /// <summary>The code of the row.</summary>
    public required string Measure { get; init; }
    public required AmendmentKind Kind { get; init; }

    /// <summary>The first day on which it holds; of an ending, the first on which the row is no more.</summary>
    public required LocalDate Effective { get; init; }

    /// <summary>Number of the letter that orders it, if one does.</summary>
    public string? Letter { get; init; }
    public required string ReasonZh { get; init; }
    public required string ReasonEn { get; init; }

    /// <summary>A <see cref="RowChange"/> as JSON.</summary>
    public required string Body { get; init; }
    public required string By { get; init; }
    public required Instant At { get; init; }

    public Phrase Reason => new(ReasonZh, ReasonEn);

    public RowChange Change => JsonSerializer.Deserialize<RowChange>(Body, Json.Options)!;

    /// <summary>The row after this amendment; <paramref name="before"/> is null for an added one.</summary>
    public PlanMeasure ApplyTo(PlanMeasure? before)
    {
        var change = Change;
        var row = before ?? new PlanMeasure(Measure, change.Title!, change.Departments!, change.Period!.Value);
        return row with
        {
            Title = change.Title ?? row.Title,
            Departments = change.Departments ?? row.Departments,
            Period = change.Period ?? row.Period,
            Indicators = change.Indicators ?? row.Indicators,
            // Whoever names the departments has settled what the layout left open.
            Uncertain = row.Uncertain && change.Departments is null,
        };
    }

    public string Digest => ContentHash.Of(new Content(Measure, Kind, Effective, Letter, ReasonZh, ReasonEn, Body));

    private sealed record Content(string Measure, AmendmentKind Kind, LocalDate Effective, string? Letter, string ReasonZh, string ReasonEn, string Body);
}

/// <summary>The parts of a row that an amendment sets; null leaves a part as it was.</summary>
internal sealed record RowChange(Phrase? Title = null, IReadOnlyList<string>? Departments = null, PlanPeriod? Period = null, IReadOnlyList<string>? Indicators = null)
{
    /// <summary>Only what differs from the row as it reads.</summary>
    public RowChange From(PlanMeasure row) => new(
        Title == row.Title ? null : Title,
        Departments is null || Departments.SequenceEqual(row.Departments) ? null : Departments,
        Period == row.Period ? null : Period,
        Indicators is null || Indicators.SequenceEqual(row.Indicators) ? null : Indicators);

    public IReadOnlyList<string> Parts =>
    [
        .. Title is null ? Array.Empty<string>() : ["title"],
        .. Departments is null ? Array.Empty<string>() : ["departments"],
        .. Period is null ? Array.Empty<string>() : ["period"],
        .. Indicators is null ? Array.Empty<string>() : ["indicators"],
    ];
}
