using System.Text.Json;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Kernel.Web;
using GridDesk.Requests.Api;
using GridDesk.Staff;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GridDesk.Requests.Handovers;

/// <summary>The call centre's way in: it passes cases on and asks how they stand.</summary>
internal static class HandoversApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/api/handovers", PostAsync).RequireRight(Right.HandOver).WithName("HandOver")
            .WithSummary("Passes a case on to the office: 201, or 200 with the first one when its number is known")
            .Accepts<HandoverBody>("application/json").Produces<HandoverAnswer>(201).Produces<HandoverAnswer>().ProducesProblem(422);
        endpoints.MapGet("/api/handovers/{number}", GetAsync).RequireRight(Right.HandOver).WithName("GetHandover")
            .WithSummary("How a case stands that was passed on, by the call centre's number").Produces<HandoverAnswer>().ProducesProblem(404);
    }

    private static Task<IResult> PostAsync(HttpContext http, OfficeDb db, HandoverDesk desk, FieldKinds kinds, PackInForce pack, CurrentStaff caller, IClock clock, CancellationToken cancel) =>
        IdempotencyKeys.OnceAsync<HandoverBody>(http, db, clock, caller.Actor.Key, (body, keep) =>
            desk.TakeInAsync(new HandoverReading(HandoverKinds.Of(pack), kinds, clock.Now()).Read(body), caller.Actor,
                async taken => keep(taken.IsKnown ? 200 : 201, JsonSerializer.Serialize(await AnswerAsync(taken, db, pack, cancel), Json.Options)), cancel), cancel);

    private static async Task<IResult> GetAsync(string number, OfficeDb db, HandoverDesk desk, PackInForce pack, CancellationToken cancel)
    {
        var handover = await desk.FindAsync(number, cancel);
        return Results.Json(await AnswerAsync(new(handover, await desk.PromiseOfAsync(handover, cancel), IsKnown: true), db, pack, cancel), Json.Options);
    }

    private static async Task<HandoverAnswer> AnswerAsync(TakenOver taken, OfficeDb db, PackInForce pack, CancellationToken cancel)
    {
        var handover = taken.Handover;
        var request = handover.Request is { } id ? await db.Requests.Where(r => r.Id == id).Select(r => r.Number ?? r.Slip).SingleOrDefaultAsync(cancel) : null;
        return new(handover.Number, taken.IsKnown, Word(handover.State), SentenceOf(taken, pack.Calendar), handover.Kind,
            pack.Departments.Find(handover.Department)?.Name ?? Phrase.Same(handover.Department), handover.ReceivedAt, taken.Promise.DueAt,
            handover is { Reply: { } reply, EndedAt: { } at } ? new(reply, at, handover.InTime) : null, request);
    }

    internal static string Word(HandoverState state) => JsonNamingPolicy.KebabCaseLower.ConvertName($"{state}");

    private static Phrase SentenceOf(TakenOver taken, WorkCalendar calendar)
    {
        var (handover, due) = (taken.Handover, DueText(taken.Promise, calendar));
        Phrase stands = handover.State switch
        {
            HandoverState.Received or HandoverState.Accepted => new($"{handover.State.Title.Zh}{due.Zh}。", $"{handover.State.Title.En}{due.En}."),
            _ => new($"{handover.State.Title.Zh}。", $"{handover.State.Title.En}."),
        };
        return taken.IsKnown ? new($"{handover.Number} 先前收過：{stands.Zh}", $"{handover.Number} is known: {stands.En}") : new($"{handover.Number} 收到了：{stands.Zh}", $"{handover.Number} has come in: {stands.En}");
    }

    private static Phrase DueText(Promise promise, WorkCalendar calendar)
    {
        if (promise.DueAt is not { } at)
        {
            return Phrase.Same("");
        }

        var (local, day) = (at.InZone(calendar.Zone), RocDate.Short(calendar.Today(at)));
        var time = local.TimeOfDay.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return new($"，{day.Zh} {time} 前回覆", $", to be answered by {day.En} {time}");
    }
}
