using GridDesk.Kernel.Time;

namespace GridDesk.Plan;

/// <summary>A row as it reads at the end of a half-year, and how it came to read so.</summary>
/// <param name="History">The amendments that hold by then, first to last.</param>
/// <param name="EndsOn">The first day on which the row is no more, when that day lies in the half-year.</param>
internal sealed record PlanRow(PlanMeasure Measure, IReadOnlyList<AmendedRow> History, LocalDate? EndsOn)
{
    public bool IsSubItem => PlanCode.Depth(Measure.Code) > 4;
}

/// <param name="Before">How the row read until then; null when it was added.</param>
/// <param name="After">How it read from then on; null when it was ended.</param>
internal sealed record AmendedRow(Amendment Amendment, PlanMeasure? Before, PlanMeasure? After);

/// <summary>
/// What a plan says at a given time, from what was adopted and what was amended since. Old half-years keep the wording they
/// were worked and judged by.
/// </summary>
internal static class PlanWording
{
    /// <summary>The rows of a half-year, by the wording in force on its last day. A row that ended within it is still shown.</summary>
    public static IReadOnlyList<PlanRow> Of(PlanDefinition plan, IReadOnlyCollection<Amendment> amendments, HalfYear half) =>
        [.. Read(plan, amendments, half.Until).Where(row => row.EndsOn is not { } end || end > half.From)];

    /// <summary>One row on a day; null before it was added, after it ended, and for a code that the plan does not have.</summary>
    public static PlanMeasure? At(PlanDefinition plan, IReadOnlyCollection<Amendment> amendments, string code, LocalDate date) =>
        Read(plan, amendments, date).FirstOrDefault(row => row.Measure.Code == code && row.EndsOn is null)?.Measure;

    private static IEnumerable<PlanRow> Read(PlanDefinition plan, IReadOnlyCollection<Amendment> amendments, LocalDate date)
    {
        var changes = amendments.Where(a => a.Effective <= date).OrderBy(a => a.Effective).ThenBy(a => a.At).ThenBy(a => a.Id).ToLookup(a => a.Measure);
        var adopted = plan.Rows().ToDictionary(row => row.Code, row => row with { Measures = [] });
        return adopted.Keys.Union(changes.Select(change => change.Key)).Order(PlanCode.Order)
            .Select(code => Fold(adopted.GetValueOrDefault(code), [.. changes[code]]))
            .OfType<PlanRow>();
    }

    private static PlanRow? Fold(PlanMeasure? row, IReadOnlyList<Amendment> changes)
    {
        var history = new List<AmendedRow>();
        LocalDate? ends = null;
        foreach (var change in changes)
        {
            if (change.Kind is AmendmentKind.Ended)
            {
                ends = change.Effective;
                history.Add(new(change, row, null));
                continue;
            }

            var after = change.ApplyTo(row);
            history.Add(new(change, row, after));
            row = after;
        }

        return row is null ? null : new PlanRow(row, history, ends);
    }
}
