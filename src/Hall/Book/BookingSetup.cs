using GridDesk.Customers.Show;
using GridDesk.Hall.Figures;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Indicators;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Recurring;
using GridDesk.Services;
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
        services.AddScoped<IContactHistory, BookingContacts>();
        services.AddScoped<IEvidenceSight, BookingSight>();
        services.AddScoped(of => new BookingDirectory(of.GetRequiredService<OfficeDb>(), of.GetRequiredService<BookingCodes>(), of.GetRequiredService<FreeTimes>(), of.GetRequiredService<ServiceCatalogue>(), of.GetRequiredService<PackInForce>()));
        services.AddSingleton(new LookedAt("booking", new("預約的人", "Whoever booked a visit")));
        services.Offer(BookingIndicators.All);
        services.Every<TendBookings>("tend-bookings", new("預約：提醒、沒來的、空出來的時間", "Bookings: reminders, no-shows, times that became free"), "20 * * * * *");
    }
}
