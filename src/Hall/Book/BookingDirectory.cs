using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Services;

namespace GridDesk.Hall.Book;

/// <summary>What other modules may ask about bookings in the name of the office: they tell those who booked, not the staff.</summary>
public sealed class BookingDirectory
{
    private readonly OfficeDb _db;
    private readonly BookingCodes _codes;
    private readonly FreeTimes _times;
    private readonly ServiceCatalogue _services;
    private readonly PackInForce _pack;

    internal BookingDirectory(OfficeDb db, BookingCodes codes, FreeTimes times, ServiceCatalogue services, PackInForce pack) => (_db, _codes, _times, _services, _pack) = (db, codes, times, services, pack);

    /// <summary>What may be told to whoever booked, or waits; null when there is no such booking, or nothing to say to them.</summary>
    /// <param name="key">As events name it: <c>booking:0197…</c>, <c>booking-wait:0197…</c>.</param>
    public async Task<BookingFacts?> FindAsync(string key, CancellationToken cancel = default)
    {
        if (key.Split(':') is not [var kind, var written] || !Guid.TryParse(written, out var id))
        {
            return null;
        }

        var code = await _codes.OfAsync(id, cancel);
        if (kind == "booking" && await _db.Bookings.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancel) is { } booking)
        {
            return Of(booking.Contact, booking.Service, booking.Site, booking.Place, booking.At, null) with { Number = booking.Number, Code = code, Path = $"/book/{booking.Service.ToLowerInvariant()}/{booking.Number}?code={code}" };
        }

        return kind == "booking-wait" && await _db.WaitList.AsNoTracking().SingleOrDefaultAsync(w => w.Id == id, cancel) is { OfferedAt: { } at } waiting
            ? Of(waiting.Contact, waiting.Service, waiting.Site, waiting.Place, at, waiting.OfferedUntil) with { Code = code, Path = $"/book/waits/{id}?code={code}" }
            : null;
    }

    private BookingFacts Of(BookingContact contact, string service, string site, string place, Instant at, Instant? until) => new(
        contact.Name, contact.Phone, contact.Email, contact.Language, _services.FindOrOldest(service, _pack.Calendar.Today(at))?.Name ?? Phrase.Same(service),
        _pack.Sites.Sites.FirstOrDefault(s => s.Code == site)?.Name ?? Phrase.Same(site), _times.NameOf(place), at, When(at)) { Until = until is { } end ? When(end) : null };

    private Phrase When(Instant at) => BookingWords.When(at.InZone(_pack.Calendar.Zone).LocalDateTime);
}

/// <param name="Language">In which they booked.</param>
/// <param name="When">The day and the time on the office's clock.</param>
public sealed record BookingFacts(string Name, string Phone, string? Email, Language Language, Phrase Service, Phrase Site, Phrase Place, Instant At, Phrase When)
{
    /// <summary>B108-00012; null of somebody who waits.</summary>
    public string? Number { get; init; }

    public string Code { get; init; } = "";

    /// <summary>Of the page on which they change it; begins with <c>/</c>.</summary>
    public string Path { get; init; } = "";

    /// <summary>Until when an offered time is kept; null of a booking.</summary>
    public Phrase? Until { get; init; }
}
