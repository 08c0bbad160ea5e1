using GridDesk.Hall.Book;
using GridDesk.Kernel.Events;
using GridDesk.Notices.Send;

namespace GridDesk.Notices.Bookings;

/// <summary>What a message says of a booking, or of a time that is kept, is true only until something else happens to it: what was moved or cancelled is not reminded of, and no reminder leaves when the time has come.</summary>
internal sealed class StillBooked(EventLog events, BookingDirectory bookings) : IBeforeSending
{
    public async Task<MayLeave> AskAsync(Message message, Instant now, CancellationToken cancel)
    {
        if (!message.About.StartsWith("booking", StringComparison.Ordinal))
        {
            return MayLeave.AtOnce;
        }

        var since = (await events.HistoryAsync(message.About, cancel)).SkipWhile(h => !message.Cause.StartsWith($"{h.Id:N}", StringComparison.Ordinal)).Skip(1);
        var isOver = message.Template == TellBookings.Reminder && await bookings.FindAsync(message.About, cancel) is { } booking && booking.At <= now;
        return isOver || since.Any(h => h.Event is BookingMoved or BookingCancelled or BookingCheckedIn or BookingMissed or WaitTaken or WaitEnded) ? new MayLeave.Never(StopReason.Settled) : MayLeave.AtOnce;
    }
}
