using System.Text.Json;
using GridDesk.Hall.Take;
using GridDesk.Hall.Wait;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Kernel.Web;
using GridDesk.Staff;
using GridDesk.Ui.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GridDesk.Hall.Api;

/// <summary>Kiosks and telephones take tickets and ask how long it will be.</summary>
internal static class TicketsApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/api/hall/{site}/tickets", PostAsync).AllowPublic().WithName("TakeTicket")
            .WithSummary("Takes a ticket: its name, its code, how many are ahead and how long it may take")
            .Accepts<TicketBody>("application/json").Produces<TicketAnswer>(201).ProducesProblem(404).ProducesProblem(422).ProducesProblem(429);
        endpoints.MapGet("/api/hall/{site}/tickets/{ticket}", GetAsync).AllowPublic().WithName("GetTicket")
            .WithSummary("How a ticket of today stands, by its name and code").Produces<TicketAnswer>().ProducesProblem(404);
    }

    private static Task<IResult> PostAsync(string site, HttpContext http, OfficeDb db, HallDesk desk, HallState state, VisitReading reading, TicketCodes codes, PackInForce pack, CurrentStaff caller, IClock clock, CancellationToken cancel) =>
        IdempotencyKeys.OnceAsync<TicketBody>(http, db, clock, caller.IsSignedIn ? caller.Actor.Key : $"hall:{http.CallerAddress()}", async (body, keep) =>
        {
            var language = body.Language switch { null or "zh-TW" => Language.Chinese, "en" => Language.English, _ => throw new Refusal("hall.language", "語言是 zh-TW 或 en。", "The language is zh-TW or en.", "language") };
            var isOurs = caller.Has(Right.IssueTickets);
            var visit = reading.Read(site, body.Kind, body.Errands, language, isOurs ? TicketWay.Kiosk : TicketWay.Phone, pack.Calendar.Today(clock.Now()));
            if (!isOurs)
            {
                await Doors.CountAsync(db, http, clock.Now(), cancel);
            }

            // Played forward before the save, for while one is saving others wait.
            var prospect = await state.OfVisitAsync(site, visit, cancel);
            visit = visit with { Told = prospect.Wait };
            await db.CommitAsync(async () =>
            {
                var ticket = await desk.TakeAsync(site, visit, caller.IsSignedIn ? caller.Actor : Actor.Customer, cancel);
                keep(201, JsonSerializer.Serialize(await AnswerAsync(ticket, prospect, codes, cancel), Json.Options));
            }, cancel);
        }, cancel);

    private static async Task<IResult> GetAsync(string site, string ticket, string? code, HallState state, TicketCodes codes, CancellationToken cancel)
    {
        var opened = await codes.OpenAsync(site, ticket, code, cancel);
        return Results.Json(await AnswerAsync(opened, await state.OfAsync(opened, cancel), codes, cancel), Json.Options);
    }

    private static async Task<TicketAnswer> AnswerAsync(Ticket ticket, Prospect? prospect, TicketCodes codes, CancellationToken cancel) =>
        new(ticket.Name, ticket.State, ticket.State is TicketState.Called or TicketState.Held ? ticket.Counter : null, prospect?.Ahead, prospect?.Wait, await codes.OfAsync(ticket.Id, cancel));
}

/// <param name="Errands">Codes of services, at most five.</param>
/// <param name="Language"><c>zh-TW</c> (when left out) or <c>en</c>.</param>
public sealed record TicketBody(TicketKind? Kind, IReadOnlyList<string>? Errands, string? Language);

/// <param name="Ticket">As it is called.</param>
/// <param name="Counter">Where it is called to, or is to come back to.</param>
/// <param name="Ahead">How many may be called before; null when it does not wait.</param>
/// <param name="Wait">Null when it does not wait, or no counter that serves it is open.</param>
/// <param name="Code">Whoever has it may ask how the ticket stands.</param>
internal sealed record TicketAnswer(string Ticket, TicketState State, int? Counter, int? Ahead, WaitRange? Wait, string Code);
