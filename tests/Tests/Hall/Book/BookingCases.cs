using GridDesk.Hall.Book;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Calendar;
using GridDesk.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Hall.Book;

/// <summary>Short words for what is booked in a test's hall.</summary>
internal static class BookingCases
{
    /// <summary>The room, one visit at a time, half an hour each.</summary>
    public const string Advice = "NEW-LV";

    /// <summary>The counters, two at a time, twenty minutes each.</summary>
    public const string AtCounters = "MERGE";

    /// <summary>Tomorrow at half past nine, by the tests' clock.</summary>
    public static readonly LocalDateTime Tomorrow = new(2019, 6, 21, 9, 30);

    public static readonly LocalDateTime Later = new(2019, 6, 21, 14, 0);

    public static BookingContact Anna(string name = "王安娜") => new(name, "0912-345-678", "anna@example.com", Language.English);

    extension(TestOffice office)
    {
        public Task<Booking> BookAsync(LocalDateTime? at = null, string service = Advice, BookingContact? contact = null) =>
            office.WithAsync<BookingDesk, Booking>(desk => desk.BookAsync(Guid.CreateVersion7(), service, at ?? Tomorrow, contact ?? Anna(), BookingWay.Online, Actor.Customer));

        public Task<T> AtBookingsAsync<T>(Func<BookingDesk, Task<T>> act) => office.WithAsync(act);

        public Task<string> CodeOfAsync(Guid id) => office.WithAsync<BookingCodes, string>(codes => codes.OfAsync(id));

        public Task TendAsync() => office.WithAsync<TendBookings>(tend => tend.RunAsync(office.Clock.GetCurrentInstant(), default));

        /// <summary>A typhoon: nobody works that day.</summary>
        public Task ShutAsync(LocalDate day) => office.WithAsync<IServiceProvider>(async services =>
        {
            var pack = services.GetRequiredService<PackInForce>();
            await services.GetRequiredService<CalendarDesk>().PublishAsync([new(CalendarChangeKind.Shut, day, new("颱風停班", "Typhoon closure"))], pack.Calendar.Edition, Actor.Office);
        });

        public async Task<IReadOnlyList<IEvent>> HistoryOfAsync(string key) => [.. (await office.WithAsync<EventLog, IReadOnlyList<Happening>>(log => log.HistoryAsync(key))).Select(h => h.Event)];
    }

    public static BookingChange Change(this Booking booking) => new(booking.Id, Actor.Customer);
}
