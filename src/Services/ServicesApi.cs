using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GridDesk.Services;

/// <summary>The catalogue for other programs.</summary>
internal static class ServicesApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/services", (ServiceCatalogue services, PackInForce pack, IClock clock) =>
                services.At(pack.Calendar.Today(clock.Now())).Select(ServiceEntry.Of))
            .AllowPublic().WithName("ListServices").WithSummary("The services of the office");

        endpoints.MapGet("/api/services/{code}", (string code, ServiceCatalogue services, PackInForce pack, IClock clock) =>
                services.Find(code, pack.Calendar.Today(clock.Now())) is { } service
                    ? ServiceSheet.Of(service, services.FormOf(service).JsonSchema())
                    : throw new Refusal("not-found", "沒有這項服務。", "There is no such service.", "code"))
            .AllowPublic().WithName("GetService").WithSummary("One service: the JSON Schema of its form, its documents and its time limits");
    }
}

/// <summary>A line of the catalogue.</summary>
public sealed record ServiceEntry(string Code, Phrase Name, Phrase Summary, string Group, IReadOnlyList<string> Channels, bool Quick, bool Noon, bool OpensCase)
{
    internal static ServiceEntry Of(ServiceDefinition s) => new(s.Code, s.Name, s.Summary, s.Group, s.Channels, s.Quick, s.Noon, s.OpensCase);
}

/// <summary>All that is said of a service.</summary>
/// <param name="Form">JSON Schema (2020-12) of <c>answers</c>.</param>
public sealed record ServiceSheet(
    string Code, Phrase Name, Phrase Summary, string Group, IReadOnlyList<string> Channels, bool Quick, bool Noon, LocalDate ValidFrom,
    string ElectricityNumber, JsonObject Form, IReadOnlyList<DocumentEntry> Documents, LimitsEntry Limits, Phrase Fee, IReadOnlyList<StepEntry> Steps)
{
    internal static ServiceSheet Of(ServiceDefinition s, JsonObject form) => new(
        s.Code, s.Name, s.Summary, s.Group, s.Channels, s.Quick, s.Noon, s.ValidFrom, s.ElectricityNumber.ToString().ToLowerInvariant(), form,
        [.. s.Documents.Select(d => new DocumentEntry(d.Id, d.Name, d.Hint, d.Required, d.When?.AllOf, d.Grade.ToString()))],
        new LimitsEntry(LimitEntry.Of(s.Limits.Rule), LimitEntry.Of(s.Limits.Norm),
            [.. s.Limits.Cases.Select(c => new LimitCaseEntry(c.When.AllOf, LimitEntry.Of(c.Rule ?? s.Limits.Rule), LimitEntry.Of(c.Norm ?? s.Limits.Norm)))]), s.Fee.Text,
        [.. s.Steps.Select(step => new StepEntry(step.Id, step.Name, step.Department))]);
}

/// <param name="When">Needed only when every named answer has one of these values; always when absent.</param>
/// <param name="Grade">A: published; B: second hand; C: to be confirmed by the office.</param>
public sealed record DocumentEntry(string Id, Phrase Name, Phrase? Hint, bool Required, IReadOnlyDictionary<string, IReadOnlyList<string>>? When, string Grade);

/// <param name="Rule">By law or published standard; null when none is known.</param>
/// <param name="Cases">Other limits for some answers; the first that holds.</param>
public sealed record LimitsEntry([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] LimitEntry? Rule, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] LimitEntry? Norm, IReadOnlyList<LimitCaseEntry> Cases);

/// <param name="When">Holds when every named answer has one of these values.</param>
public sealed record LimitCaseEntry(IReadOnlyDictionary<string, IReadOnlyList<string>> When, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] LimitEntry? Rule, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] LimitEntry? Norm);

public sealed record LimitEntry(Phrase Text, string? Source, bool ToBeConfirmed)
{
    internal static LimitEntry? Of(ServiceLimit? limit) => limit is null ? null : new(limit.Limit.Text, limit.Source, limit.Grade == Grade.C);
}

public sealed record StepEntry(string Id, Phrase Name, string Department);
