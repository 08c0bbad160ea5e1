using GridDesk.Hall.Book;
using GridDesk.Kernel.Events;
using GridDesk.Notices.Send;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Notices.Bookings;

internal static class BookingNotices
{
    /// <summary>What those hear who booked a visit.</summary>
    public static void AddBookingNotices(this IServiceCollection services)
    {
        services.AddScoped<IBeforeSending, StillBooked>();
        services.On<BookingMade, TellBookings>();
        services.On<BookingMoved, TellBookings>();
        services.On<BookingCancelled, TellBookings>();
        services.On<BookingReminderDue, TellBookings>();
        services.On<WaitOffered, TellBookings>();
    }
}
