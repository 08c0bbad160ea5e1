using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GridDesk.Requests.Work;

/// <summary>The list of open promises for other programs, by the same filter and the same rule of who may see what; no customer's data.</summary>
internal static class PromisesApi
{
    private const int PageSize = 100;

    private static readonly string[] States = ["late", "today", "ok", "wait", "none"];

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/desk/promises", ListAsync).RequireRight(Right.SeeRequests)
        .WithName("ListPromises").WithSummary("Open promises, first due first, a hundred at a time; next is the value of after for those that follow")
        .Produces<PromisesAnswer>().ProducesProblem(422);

    private static async Task<IResult> ListAsync(string? department, string? service, string? state, string? owner, string? after, PromiseList list, CaseWords words, CancellationToken cancel)
    {
        if (!string.IsNullOrEmpty(state) && !States.Contains(state))
        {
            throw new Refusal("promises.state", $"state 只能是 {string.Join("、", States)}。", $"state must be one of {string.Join(", ", States)}.", "state");
        }

        var filter = new PromiseFilter { Department = department, Service = service, Light = state, Owner = owner };
        var (rows, hasMore) = await list.PageAsync(filter, after, PageSize, cancel);
        return Results.Json(new PromisesAnswer(
            [.. rows.Select(row => new PromiseEntry(row.Id, row.Number, row.Service, row.Department, row.Owner, row.Step, row.ReceivedAt, row.DueAt, row.Told, words.Standing(row).Text, row.Stopped))],
            hasMore ? filter.KeyOf(rows[^1]) : null), Json.Options);
    }
}

/// <param name="Next">Give it as <c>after</c> for the promises that follow; null on the last page.</param>
public sealed record PromisesAnswer(IReadOnlyList<PromiseEntry> Promises, string? Next);

/// <summary>One open promise.</summary>
/// <param name="Owner">Id of the one who sees it through; null while nobody does.</param>
/// <param name="Due">What the desk works towards; null when no date is known.</param>
/// <param name="Told">The day that the customer was told last.</param>
/// <param name="Stopped">The clock stands still; <paramref name="Due"/> is the earliest possible.</param>
public sealed record PromiseEntry(Guid Request, string Number, string Service, string Department, string? Owner, string? Step, Instant ReceivedAt, Instant? Due, LocalDate? Told, Phrase Standing, bool Stopped);
