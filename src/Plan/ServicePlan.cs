using System.Text.Json;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;

namespace GridDesk.Plan;

/// <summary>The plan of one year: what was adopted, which stays as it was, and the amendments since.</summary>
internal sealed partial class ServicePlan : Subject
{
    private PlanDefinition? _definition;

    public required int RocYear { get; init; }

    /// <summary>The <see cref="PlanDefinition"/> as adopted, as JSON.</summary>
    public required string Body { get; set; }

    /// <summary>The year whose plan it was copied from.</summary>
    public int? CopiedFrom { get; init; }

    public required Instant AdoptedAt { get; init; }

    public List<Amendment> Amendments { get; } = [];

    public override string Key => $"plan:{RocYear}";

    public PlanDefinition Definition => _definition ??= JsonSerializer.Deserialize<PlanDefinition>(Body, Json.Options)!;

    /// <summary>The rows of a half-year as they read at its end.</summary>
    public IReadOnlyList<PlanRow> Rows(HalfYear half) => PlanWording.Of(Definition, Amendments, half);

    /// <summary>A row on a day; null when the plan does not have it then.</summary>
    public PlanMeasure? Row(string code, LocalDate date) => PlanWording.At(Definition, Amendments, code, date);

    public LocalDate FirstDay => new HalfYear(RocYear, 1).From;

    public LocalDate LastDay => new HalfYear(RocYear, 2).Until;

    public static (ServicePlan Plan, PlanAdopted Adopted) Adopt(PlanDefinition definition, Instant at)
    {
        var plan = Of(definition, null, at);
        return (plan, new(definition.Year, definition.Rows().Count(), ContentHash.Of(definition)));
    }

    /// <summary>Next year's plan (or a later year's): the rows as they read on this one's last day, every date moved on.</summary>
    /// <param name="basis">The letter that orders the new plan; null while the office does not have it.</param>
    /// <exception cref="Refusal">Code <c>plan.copy-year</c>: the year does not lie after this one.</exception>
    public (ServicePlan Plan, PlanCopiedForward Copied) CopyForward(int rocYear, PlanBasis? basis, Instant at)
    {
        if (rocYear <= RocYear || rocYear > RocYear + 30)
        {
            throw new Refusal("plan.copy-year", $"請選{RocYear + 1}年以後的年度。", $"Choose a year after {RocYear} ({RocYear + 1911}).", "year");
        }

        var definition = Forward(rocYear, basis);
        var plan = Of(definition, RocYear, at);
        return (plan, new(RocYear, rocYear, definition.Rows().Count(), ContentHash.Of(definition)));
    }

    /// <summary>What <see cref="CopyForward"/> would make.</summary>
    public PlanDefinition Forward(int rocYear, PlanBasis? basis)
    {
        var years = rocYear - RocYear;
        var rows = Rows(new HalfYear(RocYear, 2)).Where(row => row.EndsOn is null).Select(row => row.Measure).ToList();
        return Definition.With(rows) with
        {
            Year = rocYear,
            Title = new(InYear(Definition.Title.Zh, years), InYear(Definition.Title.En, years)),
            Basis = basis,
            Assessment = Definition.Assessment with
            {
                Rounds = [.. Definition.Assessment.Rounds.Select(round => round.InYears(years))],
            },
        };
    }

    /// <summary>Records the letter that orders the plan, when it has come.</summary>
    /// <exception cref="Refusal">Code <c>plan.basis</c>: the number is too long; or <c>plan.basis-same</c>.</exception>
    public PlanBasisRecorded RecordBasis(PlanBasis basis)
    {
        if (basis.Letter.Length > 100 || basis.Letter.Any(char.IsControl))
        {
            throw new Refusal("plan.basis", "公文字號最多 100 個字，請縮短。", "The number can have at most 100 characters; please shorten it.", "letter");
        }

        if (basis == Definition.Basis)
        {
            throw new Refusal("plan.basis-same", "登錄的就是這件公文，沒有改到。", "This letter is recorded already; nothing was changed.", "letter");
        }

        _definition = Definition with { Basis = basis };
        Body = JsonSerializer.Serialize(_definition, Json.Options);
        return new(basis.Letter, basis.Date, ContentHash.Of(_definition));
    }

    /// <summary>Takes over what a newer edition of the pack says about proof, for rows that read <paramref name="from"/> until now.</summary>
    public PlanRebound? Rebind(PlanDefinition from, PlanDefinition to)
    {
        var before = from.Rows().ToDictionary(row => row.Code);
        var after = to.Rows().ToDictionary(row => row.Code);
        var changed = Definition.Rows().Where(row =>
            before.GetValueOrDefault(row.Code) is { } was && after.GetValueOrDefault(row.Code) is { } will
            && SameProof(row, was) && !SameProof(was, will)).Select(row => row.Code).ToList();
        if (changed.Count == 0)
        {
            return null;
        }

        _definition = Definition.With([.. Definition.Rows().Select(row => changed.Contains(row.Code)
            ? row with { Indicators = after[row.Code].Indicators, Proof = after[row.Code].Proof }
            : row)]);
        Body = JsonSerializer.Serialize(_definition, Json.Options);
        return new(changed, ContentHash.Of(_definition));
    }

    private static bool SameProof(PlanMeasure one, PlanMeasure other) => one.Indicators.SequenceEqual(other.Indicators) && one.Proof == other.Proof;

    private static ServicePlan Of(PlanDefinition definition, int? copiedFrom, Instant at) => new()
    {
        RocYear = definition.Year,
        Body = JsonSerializer.Serialize(definition, Json.Options),
        CopiedFrom = copiedFrom,
        AdoptedAt = at,
    };

    /// <summary>The plan's year wherever a text names it, in either calendar.</summary>
    private string InYear(string text, int years) => text
        .Replace($"{RocYear + 1911}", $"{RocYear + 1911 + years}", StringComparison.Ordinal)
        .Replace($"{RocYear}", $"{RocYear + years}", StringComparison.Ordinal);
}
