namespace GridDesk.Plan.Follow;

/// <summary>The rows of one strategy, under its heading.</summary>
internal sealed record StrategyRows(string Code, Phrase Title, IReadOnlyList<PlanAction> Actions, IReadOnlyList<ProvenRow> Rows)
{
    public Phrase Number => PlanCode.StrategyNumber(Code);

    public int Count(Evidence evidence) => Rows.Count(row => row.Evidence == evidence);

    public static IEnumerable<StrategyRows> Of(PlanDefinition plan, IReadOnlyList<ProvenRow> rows)
    {
        var under = rows.ToLookup(row => PlanCode.Strategy(row.Measure.Code));
        return plan.Dimensions.SelectMany(d => d.Strategies)
            .Select(s => new StrategyRows(s.Code, s.Title, s.Actions, [.. under[s.Code]]))
            .Where(s => s.Rows.Count > 0);
    }
}
