using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Ui.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Hall.Book;

/// <summary>Who comes on a day, at which time, and who is here.</summary>
[Needs(Right.CallTickets)]
internal sealed class BookingsPage(OfficeDb db, FreeTimes times, ServiceCatalogue services, PackInForce pack, IClock clock) : PageModel
{
    public const int Most = 200;

    public BookingFilter Filter { get; private set; } = new();

    public LocalDate Day { get; private set; }

    public IReadOnlyList<Booking> Rows { get; private set; } = [];

    /// <summary>How the day stands, each with its filter.</summary>
    public IReadOnlyList<(string Show, Phrase Label, int Count, string Kind)> Counts { get; private set; } = [];

    public static IReadOnlyList<Choice> Shows { get; } =
        [new("", new("全部", "All")), new("booked", BookingState.Booked.Name), new("here", BookingState.CheckedIn.Name), new("missed", BookingState.Missed.Name), new("cancelled", BookingState.Cancelled.Name)];

    public async Task OnGetAsync([FromQuery] BookingFilter filter)
    {
        var (cancel, today) = (HttpContext.RequestAborted, pack.Calendar.Today(clock.Now()));
        (Filter, Day) = (filter, filter.DayOr(today));
        Rows = await filter.Narrow(db.Bookings.AsNoTracking(), today).Take(Most).ToListAsync(cancel);
        var day = Day;
        var counts = await db.Bookings.Where(b => b.Day == day).GroupBy(b => b.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        Counts = [Of("booked", BookingState.Booked), Of("here", BookingState.CheckedIn), Of("missed", BookingState.Missed)];

        (string, Phrase, int, string) Of(string show, BookingState state) => (show, state.Name, counts.GetValueOrDefault(state), state.Kind);
    }

    public LocalDateTime LocalOf(Booking booking) => booking.At.InZone(pack.Calendar.Zone).LocalDateTime;

    public Phrase ServiceOf(Booking booking) => services.FindOrOldest(booking.Service, booking.Day)?.Name ?? Phrase.Same(booking.Service);

    public Phrase PlaceOf(Booking booking) => times.NameOf(booking.Place);
}
