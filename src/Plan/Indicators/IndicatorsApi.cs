using System.Text.Json.Serialization;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Indicators;
using GridDesk.Kernel.Pack;
using GridDesk.Staff;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GridDesk.Plan.Indicators;

/// <summary>The statistics for other programs.</summary>
internal static class IndicatorsApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/indicators", ListAsync).AllowPublic().WithName("ListIndicators")
            .WithSummary("Every statistic that the office keeps: what it counts, from which events, and which rows of the plan in force it proves")
            .Produces<IReadOnlyList<CatalogueEntry>>();
        endpoints.MapGet("/api/indicators/{code}", GetAsync).AllowPublic().WithName("GetIndicator")
            .WithSummary("One statistic over some days (both included, this half-year unless asked otherwise), of one department where its code is given")
            .Produces<FigureEntry>().ProducesProblem(404).ProducesProblem(422);
    }

    private static async Task<IResult> ListAsync(IndicatorReading reading, EventKinds kinds, CancellationToken cancel) =>
        Results.Json((await reading.UsesAsync(cancel)).Select(use => CatalogueEntry.Of(use, kinds)), Json.Options);

    private static async Task<IResult> GetAsync(string code, string? from, string? to, string? department, IndicatorReading reading, CancellationToken cancel)
    {
        var indicator = reading.Find(code);
        var days = AskedDays.Read(from, to, reading.Today);
        var figure = await reading.OfAsync(indicator, days, department, cancel);
        return Results.Json(new FigureEntry(indicator.Code, figure.Value, figure.Part, figure.Whole, indicator.Unit, figure.Rows.Count, days.From, days.To, string.IsNullOrEmpty(department) ? null : department), Json.Options);
    }
}

/// <param name="Meaning">The formula in words.</param>
/// <param name="Sources">Names of the events that it reads.</param>
/// <param name="Measures">Codes of the rows of the plan in force that it proves; empty when none does.</param>
internal sealed record CatalogueEntry(string Code, Phrase Title, Phrase Unit, Phrase Meaning, IReadOnlyList<string> Sources, IReadOnlyList<string> Measures)
{
    public static CatalogueEntry Of(IndicatorUse use, EventKinds kinds) => new(
        use.Indicator.Code, use.Indicator.Title, use.Indicator.Unit, use.Indicator.Meaning, kinds.NamesOf(use.Indicator), [.. use.Measures.Select(m => m.Code)]);
}

/// <param name="Value">Null while there is no evidence, which is not zero.</param>
/// <param name="Part">Of a share, how many of the whole.</param>
/// <param name="Whole">How many things a share or a mean is computed from.</param>
/// <param name="Unit">What the value counts.</param>
/// <param name="Rows">How many records lie behind it.</param>
/// <param name="To">The last day.</param>
/// <param name="Department">Null for the whole office.</param>
internal sealed record FigureEntry(
    string Code, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? Value, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Part,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Whole, Phrase Unit, int Rows, LocalDate From, LocalDate To,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Department);

internal static class SourceWords
{
    extension(EventKinds kinds)
    {
        /// <summary>The events that a statistic reads, as they are stored and listed in docs/events.md.</summary>
        public IReadOnlyList<string> NamesOf(Indicator indicator) => [.. indicator.Sources.Select(source => kinds.NameOf(source).Name).Distinct()];
    }
}
