using GridDesk.Kernel.Recurring;
using GridDesk.Services.Show;
using GridDesk.Staff.Access;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Hall.Book;

internal static class BookingSetup
{
    /// <summary>Visits that are booked for a time.</summary>
    public static void AddBookings(this IServiceCollection services)
    {
        services.AddScoped<FreeTimes>();
        services.AddScoped<BookingDesk>();
        services.AddScoped<BookingCodes>();
        services.AddScoped<IServiceLinks, BookLink>();
        services.AddSingleton(new LookedAt("booking", new("預約的人", "Whoever booked a visit")));
        services.Every<TendBookings>("tend-bookings", new("預約：提醒、沒來的、空出來的時間", "Bookings: reminders, no-shows, times that became free"), "20 * * * * *");
    }
}
