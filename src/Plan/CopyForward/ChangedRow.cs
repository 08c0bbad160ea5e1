namespace GridDesk.Plan.CopyForward;

/// <summary>A row that reads otherwise in a later plan than in the one it was made from.</summary>
/// <param name="Before">Null where the row is new.</param>
/// <param name="After">Null where it is no more.</param>
internal sealed record ChangedRow(string Code, PlanMeasure? Before, PlanMeasure? After)
{
    /// <summary>In the order of the plan.</summary>
    public static IReadOnlyList<ChangedRow> Between(IEnumerable<PlanMeasure> before, IEnumerable<PlanMeasure> after)
    {
        var (was, will) = (before.ToDictionary(row => row.Code), after.ToDictionary(row => row.Code));
        return
        [
            .. was.Keys.Union(will.Keys).Order(PlanCode.Order)
                .Select(code => new ChangedRow(code, was.GetValueOrDefault(code), will.GetValueOrDefault(code)))
                .Where(row => row.Before is null || row.After is null || !SaysTheSame(row.Before, row.After)),
        ];
    }

    private static bool SaysTheSame(PlanMeasure one, PlanMeasure other) =>
        new RowChange(other.Title, other.Departments, other.Period, other.Indicators).From(one).Parts is [];
}
