using GridDesk.Kernel.Events;

namespace GridDesk.Hall.Book;

/// <summary>A visit was booked. Who comes is private.</summary>
/// <param name="Number">B108-00012</param>
/// <param name="Place">Code of the place, such as <c>consultation</c>.</param>
/// <param name="Consultation">In a room in which people are advised.</param>
/// <param name="FromWaitList">The time had become free and was offered to them.</param>
/// <param name="Digest">Of who comes and how they are reached.</param>
[Event("booking.made")]
public sealed record BookingMade(string Number, string Site, string Place, string Service, Instant At, bool Consultation, BookingWay Way, bool FromWaitList, string Digest) : IEvent;

/// <summary>It was moved to another time.</summary>
[Event("booking.moved")]
public sealed record BookingMoved(string Site, string Place, Instant From, Instant To, BookingWay Way, bool FromWaitList) : IEvent;

/// <summary>Nobody comes, and the time is free again.</summary>
[Event("booking.cancelled")]
public sealed record BookingCancelled(string Site, string Place, Instant At, CancelReason Why) : IEvent;

/// <summary>The visitor came and has a ticket.</summary>
/// <param name="Ticket">As it is called.</param>
/// <param name="Late">After it had been written down that they did not come.</param>
[Event("booking.checked-in")]
public sealed record BookingCheckedIn(string Site, string Place, string Service, string Ticket, bool Consultation, bool Late) : IEvent;

/// <summary>The time came and the visitor did not.</summary>
[Event("booking.missed")]
public sealed record BookingMissed(string Site, string Place, Instant At) : IEvent;

/// <summary>The moment came at which the visitor is to be reminded.</summary>
[Event("booking.reminder-due")]
public sealed record BookingReminderDue(Instant At) : IEvent;

/// <summary>Somebody waits for a time to become free.</summary>
/// <param name="From">The first moment that would do, and <paramref name="Until"/> the first that would not.</param>
/// <param name="Moves">They have a booking, which would be moved.</param>
/// <param name="Digest">Of who it is and how they are reached.</param>
[Event("booking-wait.listed")]
public sealed record WaitListed(string Site, string Place, string Service, Instant From, Instant Until, bool Moves, string Digest) : IEvent;

/// <summary>A time became free and is kept for them.</summary>
[Event("booking-wait.offered")]
public sealed record WaitOffered(string Site, string Place, Instant At, Instant Until) : IEvent;

/// <summary>They took it.</summary>
[Event("booking-wait.taken")]
public sealed record WaitTaken(string Site, string Place, Instant At, string Booking) : IEvent;

/// <summary>They are on the list no more.</summary>
[Event("booking-wait.ended")]
public sealed record WaitEnded(string Site, string Place, WaitEnd Why) : IEvent;

/// <summary>By what a booking was made or changed.</summary>
public enum BookingWay { Online, Phone, Program }

/// <summary>Why a booked visit does not take place.</summary>
public enum CancelReason
{
    Visitor,

    /// <summary>The office is shut at that time after all.</summary>
    Shut,
}

/// <summary>Why somebody waits no more without a time.</summary>
public enum WaitEnd
{
    /// <summary>They said so, or the time did not suit them.</summary>
    Left,

    /// <summary>A time was offered and they did not take it.</summary>
    NotTaken,

    /// <summary>The last moment that would have done is over.</summary>
    Over,
}
