using System.Text.Json.Serialization;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GridDesk.Plan.Api;

/// <summary>The plan and its figures for other programs.</summary>
internal static class PlanApi
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/plan/{rocYear:int}/measures", ListAsync).AllowPublic()
        .WithName("ListPlanMeasures")
        .WithSummary("Every row of a year's plan with its figures for a half-year, in the order of the plan")
        .Produces<IReadOnlyList<MeasureEntry>>().ProducesProblem(404).ProducesProblem(422);

    private static async Task<IResult> ListAsync(int rocYear, string? half, PlanDesk desk, PlanReading reading, PackInForce pack, IClock clock, CancellationToken cancel)
    {
        var now = clock.Now();
        var plan = await desk.GetAsync(rocYear, cancel);
        var period = PlanHalf.Read(plan, half, pack.Calendar.Today(now));
        var rows = await reading.ReadAsync(plan, period, now, cancel: cancel);
        return Results.Json(rows.Select(row => MeasureEntry.Of(row, period)), Json.Options);
    }
}

/// <param name="Code">In the plan: dimension.strategy.action.measure, and one more number for a sub-item.</param>
/// <param name="Departments">Codes of the units that answer for it at the end of the half-year; a row for all departments names them all.</param>
/// <param name="Period"><c>continuous</c>, <c>yearly</c>, <c>cooperate</c> or <c>with-renewal</c>.</param>
/// <param name="Indicators">What proves it; empty while nothing is bound to it.</param>
internal sealed record MeasureEntry(string Code, Phrase Title, IReadOnlyList<string> Departments, PlanPeriod Period, IReadOnlyList<IndicatorEntry> Indicators)
{
    public static MeasureEntry Of(ProvenRow row, HalfYear half) => new(
        row.Measure.Code, row.Measure.Title, [.. row.Departments.Select(d => d.Code)], row.Measure.Period,
        [.. row.Figures.Select(f => new IndicatorEntry(f.Indicator.Code, f.Figure.Value, f.Indicator.Unit, half.From, half.Until))]);
}

/// <param name="Value">Null while there is no evidence, which is not zero.</param>
/// <param name="Unit">What the value counts.</param>
/// <param name="From">The first day of the half-year.</param>
/// <param name="To">Its last day.</param>
internal sealed record IndicatorEntry(string Code, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? Value, Phrase Unit, LocalDate From, LocalDate To);
