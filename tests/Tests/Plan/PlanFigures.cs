using System.Text.Json.Nodes;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Plan;

internal static class PlanFigures
{
    extension(TestOffice office)
    {
        /// <summary>What the rows of the plan say of the first half-year, by statistic.</summary>
        public async Task<Dictionary<string, decimal?>> FiguresAsync(params string[] rows) =>
            JsonNode.Parse(await office.Api().GetStringAsync("/api/plan/108/measures?half=1"))!.AsArray().Where(row => rows.Contains(row!["code"]!.GetValue<string>()))
                .SelectMany(row => row!["indicators"]!.AsArray()).DistinctBy(figure => figure!["code"]!.GetValue<string>())
                .ToDictionary(figure => figure!["code"]!.GetValue<string>(), figure => figure!["value"]?.GetValue<decimal>());
    }
}
