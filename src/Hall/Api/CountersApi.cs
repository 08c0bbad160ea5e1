using GridDesk.Staff;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GridDesk.Hall.Api;

/// <summary>What a counter does, for programs: keypads, displays at the counter.</summary>
internal static class CountersApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var counter = endpoints.MapGroup("/api/hall/{site}/counters/{n:int}").RequireRight(Right.CallTickets);
        Post(counter, "next", "NextTicket", "Calls whoever is next; 204 when nobody waits", async (at, desk, by, cancel) => await desk.NextAsync(at.Site, at.N, by, cancel));
        Post(counter, "recall", "RecallTicket", "Calls the same ticket once more", async (at, desk, by, cancel) => await desk.RecallAsync(at.Site, at.N, by, cancel));
        Post(counter, "hold", "HoldTicket", "Puts the ticket aside; the visitor comes back to this counter", async (at, desk, by, cancel) => await desk.HoldAsync(at.Site, at.N, by, cancel));
        Post(counter, "no-show", "MissTicket", "Nobody came", async (at, desk, by, cancel) => await desk.MissAsync(at.Site, at.N, by, cancel));
        Post(counter, "undo", "UndoStep", "Takes this counter's last step back, for ten seconds", async (at, desk, by, cancel) => await desk.UndoAsync(at.Site, at.N, by, cancel));
        counter.MapPost("/finish", async (string site, int n, FinishBody? body, HallDesk desk, CurrentStaff me, CancellationToken cancel) =>
            Answer(await desk.FinishAsync(site, n, body?.Outcome ?? TicketOutcome.Done, me.Actor, cancel))).WithName("FinishTicket").WithSummary("The visit is over").Produces<CalledAnswer>().ProducesProblem(422);
        counter.MapPost("/send", async (string site, int n, SendBody body, HallDesk desk, CurrentStaff me, CancellationToken cancel) =>
            Answer(await desk.SendOnAsync(site, n, body.Counter, body.Errand, me.Actor, cancel))).WithName("SendTicket").WithSummary("The visitor goes on to another counter, with the same turn").Produces<CalledAnswer>().ProducesProblem(422);
    }

    private static void Post(RouteGroupBuilder counter, string step, string name, string summary, Func<At, HallDesk, Kernel.Events.Actor, CancellationToken, Task<Ticket?>> work) =>
        counter.MapPost($"/{step}", async (string site, int n, HallDesk desk, CurrentStaff me, CancellationToken cancel) => Answer(await work(new(site, n), desk, me.Actor, cancel)))
            .WithName(name).WithSummary(summary).Produces<CalledAnswer>().ProducesProblem(404).ProducesProblem(422);

    private static IResult Answer(Ticket? ticket) => ticket is null ? Results.NoContent() : Results.Json(new CalledAnswer(ticket.Name, ticket.State, ticket.Counter, ticket.Kind, ticket.Language.Tag, ticket.Errands), Json.Options);

    private sealed record At(string Site, int N);
}

/// <param name="Outcome">Done when left out.</param>
public sealed record FinishBody(TicketOutcome? Outcome);

/// <param name="Counter">Any that serves it when left out.</param>
/// <param name="Errand">Code of the service that remains; the same, at the right counter, when left out.</param>
public sealed record SendBody(int? Counter, string? Errand);

/// <param name="Language">In which the visitor is to be called and spoken to.</param>
internal sealed record CalledAnswer(string Ticket, TicketState State, int? Counter, TicketKind Kind, string Language, IReadOnlyList<string> Errands);
