using System.Security.Cryptography;
using GridDesk.Kernel.Events;

namespace GridDesk.Hall.Book;

/// <summary>Somebody who waits for a time to become free: for another day, or for an earlier one than they have.</summary>
internal sealed class Waiting : Subject
{
    public required Guid Id { get; init; }
    public required string Service { get; init; }
    public required string Site { get; init; }
    public required string Place { get; init; }

    /// <summary>The first moment that would do.</summary>
    public required Instant From { get; init; }

    /// <summary>The first moment that would not do any more.</summary>
    public required Instant Until { get; set; }

    /// <summary>The booking that would be moved; null when they have none.</summary>
    public Guid? Booking { get; init; }

    public required string Name { get; init; }
    public required string Phone { get; init; }
    public string? Email { get; init; }
    public required Language Language { get; init; }
    public byte[] Salt { get; private set; } = RandomNumberGenerator.GetBytes(16);
    public required Instant ListedAt { get; init; }
    public WaitState State { get; private set; }

    /// <summary>The time that is kept for them.</summary>
    public Instant? OfferedAt { get; private set; }

    /// <summary>Until when it is kept.</summary>
    public Instant? OfferedUntil { get; private set; }

    public override string Key => KeyOf(Id);

    public BookingContact Contact => new(Name, Phone, Email, Language);

    public static string KeyOf(Guid id) => $"booking-wait:{id:N}";

    public WaitListed List() => new(Site, Place, Service, From, Until, Booking is not null, Contact.Digest(Salt));

    public WaitOffered Offer(Instant at, Instant until)
    {
        (State, OfferedAt, OfferedUntil) = (WaitState.Offered, at, until);
        return new(Site, Place, at, until);
    }

    /// <exception cref="Refusal"><c>booking.offer-over</c></exception>
    public WaitTaken Take(string booking, Instant now)
    {
        RefuseUnlessOffered(now);
        State = WaitState.Taken;
        return new(Site, Place, OfferedAt!.Value, booking);
    }

    /// <summary>Null when they wait no more already.</summary>
    public WaitEnded? End(WaitEnd why)
    {
        if (State is not (WaitState.Waiting or WaitState.Offered))
        {
            return null;
        }

        (State, OfferedUntil) = (WaitState.Ended, null);
        return new(Site, Place, why);
    }

    /// <exception cref="Refusal"><c>booking.offer-over</c></exception>
    public void RefuseUnlessOffered(Instant now)
    {
        if (State is not WaitState.Offered || OfferedUntil < now)
        {
            throw OfferOver();
        }
    }

    public static Refusal OfferOver() => new("booking.offer-over", "保留的時間已經過了，或您已經選好了。請選別的時間。", "The time is not kept for you any more, or you have chosen already. Please choose another time.");
}

internal enum WaitState { Waiting, Offered, Taken, Ended }
