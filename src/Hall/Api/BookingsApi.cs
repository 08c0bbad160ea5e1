using System.Text.Json;
using GridDesk.Hall.Book;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Kernel.Web;
using GridDesk.Staff;
using GridDesk.Ui.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GridDesk.Hall.Api;

/// <summary>Programs ask for free times and book a visit, such as the company's app.</summary>
internal static class BookingsApi
{
    private const int MostDays = 31;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/bookings", GetAsync).AllowPublic().WithName("GetFreeTimes")
            .WithSummary("The free times of a service, from a day to a day (at most 31; the days that may be booked when left out)")
            .Produces<FreeTimesAnswer>().ProducesProblem(422);
        endpoints.MapPost("/api/bookings", PostAsync).AllowPublic().WithName("BookVisit")
            .WithSummary("Books a visit at a free time: its number, its code and where it is")
            .Accepts<BookingBody>("application/json").Produces<BookingAnswer>(201).ProducesProblem(409).ProducesProblem(422).ProducesProblem(429);
    }

    private static async Task<IResult> GetAsync(string? service, string? from, string? to, FreeTimes times, PackInForce pack, IClock clock, CancellationToken cancel)
    {
        var (place, today) = (times.Rules.Of(service ?? ""), pack.Calendar.Today(clock.Now()));
        var (first, last) = (DayOf(from, "from") ?? today, DayOf(to, "to"));
        var until = last ?? LocalDate.Min(first, today.PlusDays(times.Rules.Ahead)).PlusDays(MostDays - 1);
        if (until < first || Period.DaysBetween(first, until) >= MostDays)
        {
            throw new Refusal("booking.days", $"from 到 to 最多 {MostDays} 天，to 不能早於 from。", $"From and to are at most {MostDays} days apart, and to is not before from.", "to");
        }

        var free = (await times.OfAsync(place, first, until, cancel)).Where(t => t.Free > 0);
        return Results.Json(new FreeTimesAnswer(service!.ToUpperInvariant(), place.Site, place.Code, place.Name, place.Slot, [.. free.Select(t => new FreeTimeAnswer(t.Time.At, t.Free))]), Json.Options);
    }

    private static Task<IResult> PostAsync(HttpContext http, OfficeDb db, BookingDesk desk, BookingCodes codes, FreeTimes times, FieldKinds kinds, PackInForce pack, CurrentStaff caller, IClock clock, CancellationToken cancel) =>
        IdempotencyKeys.OnceAsync<BookingBody>(http, db, clock, caller.IsSignedIn ? caller.Actor.Key : $"booking:{http.CallerAddress()}", async (body, keep) =>
        {
            var place = times.Rules.Of(body.Service ?? "");
            var language = body.Language switch { null or "zh-TW" => Language.Chinese, "en" => Language.English, _ => throw new Refusal("booking.language", "語言是 zh-TW 或 en。", "The language is zh-TW or en.", "language") };
            List<Refusal> wrong = [];
            var (now, far) = (clock.Now(), Duration.FromDays(366));
            var at = body.At is { } moment ? Instant.Max(now - far, Instant.Min(moment, now + far)).InZone(pack.Calendar.Zone).LocalDateTime : default(LocalDateTime?); // at the end of time no clock can be read
            if (at is null)
            {
                wrong.Add(Slots.NoSlot());
            }

            var contact = Refusals.Tried(wrong, () => BookingContact.Read(body.Name, body.Phone, body.Email, language, kinds));
            Refusals.ThrowIfAny(wrong);
            await BookingDoor.CountAsync(db, http, now, cancel);
            var id = Guid.CreateVersion7(now.ToDateTimeOffset());
            var code = await codes.OfAsync(id, cancel); // its key may have to be made, which is a save of its own
            await db.CommitAsync(async () =>
            {
                var booking = await desk.BookAsync(id, body.Service!, at!.Value, contact!, BookingWay.Program, caller.IsSignedIn ? caller.Actor : Actor.Customer, cancel);
                keep(201, JsonSerializer.Serialize(new BookingAnswer(booking.Number, booking.At, place.Site, booking.Place, place.Name, code), Json.Options));
            }, cancel);
        }, cancel);

    private static LocalDate? DayOf(string? text, string field) => text is null ? null
        : Slots.ReadDay(text) ?? throw new Refusal("booking.days", "日期請寫像 2019-06-21。", "Write the day like 2019-06-21.", field);
}

/// <param name="Service">Code of what they come for.</param>
/// <param name="At">One of the free times.</param>
/// <param name="Email">Where the confirmation and the reminders go; a mobile number gets them as text messages.</param>
/// <param name="Language"><c>zh-TW</c> (when left out) or <c>en</c>.</param>
public sealed record BookingBody(string? Service, Instant? At, string? Name, string? Phone, string? Email, string? Language);

/// <param name="Booking">Its number.</param>
/// <param name="Place">Code of the place.</param>
/// <param name="Code">Whoever has it may move or cancel the visit, and checks in with it.</param>
internal sealed record BookingAnswer(string Booking, Instant At, string Site, string Place, Phrase PlaceName, string Code);

/// <param name="Minutes">Of one visit.</param>
internal sealed record FreeTimesAnswer(string Service, string Site, string Place, Phrase PlaceName, int Minutes, IReadOnlyList<FreeTimeAnswer> Times);

/// <param name="Free">How many visits still fit.</param>
internal sealed record FreeTimeAnswer(Instant At, int Free);
