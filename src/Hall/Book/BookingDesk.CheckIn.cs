using GridDesk.Hall.Roster;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;

namespace GridDesk.Hall.Book;

internal sealed partial class BookingDesk
{
    /// <summary>The visitor says at the entrance that they are here; whoever touches twice has one ticket.</summary>
    /// <returns>Whether the ticket was made just now.</returns>
    /// <exception cref="Refusal">As of <see cref="CheckInAsync"/>.</exception>
    public async Task<(Ticket Ticket, bool IsNew)> ArriveAsync(BookingChange change, CancellationToken cancel = default)
    {
        try
        {
            return ((await CheckInAsync(change, cancel: cancel)).Ticket, true);
        }
        catch (Refusal refusal) when (refusal.Code is "booking.state" or "conflict")
        {
            if (await TicketOfTodayAsync(change.Booking, cancel) is { } had)
            {
                return (had, false);
            }

            throw;
        }
    }

    /// <summary>The visitor has come: the booking becomes a ticket, whose turn is the booked time less the head start of appointments.</summary>
    /// <param name="mayBeLate">Somebody of ours lets them in although they were written down as not come; then the turn is that of whoever comes now.</param>
    /// <exception cref="Refusal"><c>booking.state</c>, <c>booking.other-day</c>, <c>booking.missed</c>, <c>hall.closed</c></exception>
    public Task<(Booking Booking, Ticket Ticket)> CheckInAsync(BookingChange change, bool mayBeLate = false, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var (booking, now) = (await ChangedAsync(change, cancel), clock.Now());
        var today = pack.Calendar.Today(now);
        booking.RefuseUnlessToday(today, mayBeLate);
        var (place, service) = (times.Rules.Find(booking.Service), services.FindOrOldest(booking.Service, today)!);
        var visit = new Visit(TicketKind.Appointment, TicketWay.Booking, booking.Language, [service.Code], service.Group, booking.State is BookingState.Missed ? null : booking.At) { Counter = place?.Counter, StaffOnly = NoonCounter.IsStaffOnly(service) };
        var ticket = await hall.TakeAsync(booking.Site, visit, change.By, cancel);
        events.Record(booking, booking.CheckIn(ticket.Name, place?.Consultation ?? false, mayBeLate, today), change.By);
        await StopWaitingAsync(booking, cancel);
        return (booking, ticket);
    }, cancel);

    private async Task<Ticket?> TicketOfTodayAsync(Guid id, CancellationToken cancel)
    {
        var (booking, today) = (await GetAsync(id, cancel), pack.Calendar.Today(clock.Now()));
        return booking.Day == today && booking.Ticket is { } name ? await db.Tickets.AsNoTracking().SingleOrDefaultAsync(t => t.Site == booking.Site && t.Day == today && t.Name == name, cancel) : null;
    }
}
