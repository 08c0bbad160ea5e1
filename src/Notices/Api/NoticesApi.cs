using System.Text.Json;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Time;
using GridDesk.Kernel.Web;
using GridDesk.Notices.Templates;
using GridDesk.Staff;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GridDesk.Notices.Api;

/// <summary>Other programs have the office send something, by one of its templates, and ask what became of it.</summary>
internal static class NoticesApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/api/notices", PostAsync).RequireRight(Right.SendMessages).WithName("SendNotice")
            .WithSummary("Queues one message by a template: 201; sent at once")
            .Accepts<NoticeBody>("application/json").Produces<NoticeAnswer>(201).ProducesProblem(422);
        endpoints.MapGet("/api/notices/{id:guid}", GetAsync).RequireRight(Right.SendMessages).WithName("GetNotice")
            .WithSummary("What became of a message that another program had sent").Produces<NoticeAnswer>().ProducesProblem(404);
    }

    private static Task<IResult> PostAsync(HttpContext http, OfficeDb db, MessageDesk desk, NoticeReading reading, CurrentStaff caller, IClock clock, CancellationToken cancel) =>
        IdempotencyKeys.OnceAsync<NoticeBody>(http, db, clock, caller.Actor.Key, (body, keep) =>
        {
            var (template, wanted, fields) = reading.Read(body, caller.Actor);
            return db.CommitAsync(async () =>
            {
                var message = await desk.QueueAsync(template, wanted, fields, caller.Actor, cancel);
                keep(201, JsonSerializer.Serialize(Answer(message), Json.Options));
            }, cancel);
        }, cancel);

    // Only what came by this door: what is sent about a case is seen on the case, by those who may see it.
    private static async Task<IResult> GetAsync(Guid id, OfficeDb db, CurrentStaff caller, CancellationToken cancel)
    {
        var about = NoticeReading.AboutOf(caller.Actor);
        var message = await db.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.About == about, cancel)
            ?? throw new Refusal("not-found", "沒有這一則訊息。", "There is no such message.");
        return Results.Json(Answer(message), Json.Options);
    }

    private static NoticeAnswer Answer(Message message) => new(message.Id, message.Channel, message.State, message.StateText, message.QueuedAt, message.State is MessageState.Waiting ? null : message.ChangedAt, message.Provider,
        message.Channel is MessageChannel.Sms ? SmsParts.Of(message.Text).Count : null);
}

/// <param name="Template">Code of a template of the pack that is about nothing but its own fields.</param>
/// <param name="To">E-mail address or telephone number.</param>
/// <param name="Channel">Over which the template speaks; may be left out when it speaks over one only.</param>
/// <param name="Language"><c>zh-TW</c> (when left out) or <c>en</c>.</param>
/// <param name="Data">A text for each field of the template.</param>
public sealed record NoticeBody(string? Template, string? To, MessageChannel? Channel, string? Language, IReadOnlyDictionary<string, string?>? Data);

/// <param name="Text">How it stands, in words.</param>
/// <param name="At">When it came to stand so; null while it waits.</param>
/// <param name="Provider">Who carries it.</param>
/// <param name="TextMessages">How many text messages it is paid as; null over other channels.</param>
public sealed record NoticeAnswer(Guid Id, MessageChannel Channel, MessageState State, Phrase Text, Instant QueuedAt, Instant? At, string? Provider, int? TextMessages);
