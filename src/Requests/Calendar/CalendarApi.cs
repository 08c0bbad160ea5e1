using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GridDesk.Requests.Calendar;

/// <summary>What further days off or days of work would do to the open promises, for other programs; nothing is changed.</summary>
internal static class CalendarApi
{
    private const int MostMoves = 1000;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/calendars/preview", PreviewAsync).RequireRight(Right.ChangeCalendar)
        .WithName("PreviewCalendar").WithSummary("Which open promises would move, were these days published; changes nothing")
        .Produces<CalendarPreview>().ProducesProblem(422);

    private static async Task<IResult> PreviewAsync(CalendarQuestion body, CalendarDesk desk, PackInForce pack, CancellationToken cancel)
    {
        var effect = await desk.PreviewAsync(body.Changes ?? [], cancel);
        return Results.Json(new CalendarPreview(pack.Calendar.Edition, effect.Open, effect.Moves.Count, effect.Told, effect.Notices,
            [.. effect.Moves.Take(MostMoves).Select(m => new CalendarMove(m.Subject, m.Department, m.Before, m.After, m.Told, m.MustTell))]), Json.Options);
    }
}

/// <param name="Changes">Days on which the office is shut, or works, otherwise than now.</param>
public sealed record CalendarQuestion(IReadOnlyList<CalendarChange>? Changes);

/// <param name="Edition">The calendar in force, which the days would be laid over.</param>
/// <param name="Open">How many open promises there are.</param>
/// <param name="Moved">How many would fall due at another time.</param>
/// <param name="Told">How many of those customers were told a day.</param>
/// <param name="Notices">How many would have to be told a later one.</param>
/// <param name="Moves">The first thousand of them, first due first.</param>
public sealed record CalendarPreview(string Edition, int Open, int Moved, int Told, int Notices, IReadOnlyList<CalendarMove> Moves);

/// <param name="Promised">Key of what the promise is about.</param>
public sealed record CalendarMove(string Promised, string Department, LocalDate Before, LocalDate After, LocalDate? Told, bool MustTell);
