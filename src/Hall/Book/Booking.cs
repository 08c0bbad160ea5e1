using System.Security.Cryptography;
using GridDesk.Kernel.Events;

namespace GridDesk.Hall.Book;

/// <summary>A visit that was booked for a time. Who comes is private, and no event says it.</summary>
internal sealed class Booking : Subject
{
    /// <summary>That of the form which became this booking, so that whoever presses twice books once.</summary>
    public required Guid Id { get; init; }

    /// <summary>B108-00012</summary>
    public required string Number { get; init; }

    /// <summary>Code of what they come for.</summary>
    public required string Service { get; init; }

    public required string Site { get; init; }

    /// <summary>Code of the place in the pack.</summary>
    public required string Place { get; init; }

    public required string Name { get; init; }
    public required string Phone { get; init; }
    public string? Email { get; init; }
    public required Language Language { get; init; }
    public byte[] Salt { get; private set; } = RandomNumberGenerator.GetBytes(16);

    public required Instant At { get; set; }
    public required Instant Until { get; set; }

    /// <summary>The office's day of the visit.</summary>
    public required LocalDate Day { get; set; }

    public BookingState State { get; private set; }

    /// <summary>When the next reminder goes out; null when none does any more.</summary>
    public Instant? RemindAt { get; set; }

    /// <summary>As it is called; null until the visitor has come.</summary>
    public string? Ticket { get; private set; }

    public override string Key => KeyOf(Id);

    public BookingContact Contact => new(Name, Phone, Email, Language);

    public static string KeyOf(Guid id) => $"booking:{id:N}";

    public BookingMade Make(bool consultation, BookingWay way, bool fromWaitList) => new(Number, Site, Place, Service, At, consultation, way, fromWaitList, Contact.Digest(Salt));

    /// <exception cref="Refusal"><c>booking.state</c>, <c>booking.over</c></exception>
    public BookingMoved Move(BookedTime to, Instant? remindAt, BookingWay way, bool fromWaitList, Instant now)
    {
        RefuseUnlessAhead(now);
        var from = At;
        (At, Until, Day, RemindAt) = (to.At, to.Until, to.Day, remindAt);
        return new(Site, Place, from, to.At, way, fromWaitList);
    }

    /// <exception cref="Refusal"><c>booking.state</c>, <c>booking.over</c></exception>
    public BookingCancelled Cancel(CancelReason why, Instant now)
    {
        RefuseUnlessAhead(now);
        (State, RemindAt) = (BookingState.Cancelled, null);
        return new(Site, Place, At, why);
    }

    /// <summary>The visitor is here; call it in the save of the ticket.</summary>
    /// <param name="mayBeLate">Somebody of ours sees them and lets them in after all.</param>
    /// <exception cref="Refusal"><c>booking.state</c>, <c>booking.other-day</c>, <c>booking.missed</c></exception>
    public BookingCheckedIn CheckIn(string ticket, bool consultation, bool mayBeLate, LocalDate today)
    {
        RefuseUnlessToday(today, mayBeLate);
        var late = State is BookingState.Missed;
        (State, RemindAt, Ticket) = (BookingState.CheckedIn, null, ticket);
        return new(Site, Place, Service, ticket, consultation, late);
    }

    /// <exception cref="Refusal"><c>booking.state</c>, <c>booking.not-yet</c></exception>
    public BookingMissed Miss(Instant now)
    {
        RefuseUnless(BookingState.Booked);
        if (now < At)
        {
            throw new Refusal("booking.not-yet", "預約的時間還沒到，不能登記沒來。", "The booked time has not come yet, so nobody can have missed it.");
        }

        (State, RemindAt) = (BookingState.Missed, null);
        return new(Site, Place, At);
    }

    public BookingReminderDue Remind(Instant? next)
    {
        RemindAt = next;
        return new(At);
    }

    /// <exception cref="Refusal"><c>booking.state</c>, <c>booking.other-day</c>, <c>booking.missed</c></exception>
    public void RefuseUnlessToday(LocalDate today, bool mayBeLate)
    {
        if (State is BookingState.Missed && Day == today && !mayBeLate)
        {
            throw new Refusal("booking.missed", "您的預約時間已經過了，已登記沒來。請抽一般號碼，或請服務人員幫忙。", "The time of your booking has passed and it was written down that you did not come. Please take an ordinary ticket, or ask any of us.", "code");
        }

        RefuseUnless(Day == today ? [BookingState.Booked, BookingState.Missed] : [BookingState.Booked]);
        if (Day != today)
        {
            throw Day < today
                ? new Refusal("booking.other-day", "這個預約的日子已經過了，請重新預約，或抽一般號碼。", "The day of this booking is over: please book again, or take an ordinary ticket.", "code")
                : new Refusal("booking.other-day", "這個預約不是今天，請在預約的那天來。", "This booking is not for today; please come on its day.", "code");
        }
    }

    private void RefuseUnlessAhead(Instant now)
    {
        RefuseUnless(BookingState.Booked);
        if (At <= now)
        {
            throw new Refusal("booking.over", "預約的時間已經到了，不能再改或取消。", "The booked time has come, so it cannot be moved or cancelled any more.");
        }
    }

    private void RefuseUnless(params BookingState[] states)
    {
        if (!states.Contains(State))
        {
            throw new Refusal("booking.state", $"預約 {Number} 現在是「{State.Name.Zh}」，不能這樣做。", $"Booking {Number} is “{State.Name.En.ToLowerInvariant()}” now; this cannot be done.");
        }
    }
}

internal enum BookingState { Booked, CheckedIn, Missed, Cancelled }

/// <summary>A time at a place, with the office's day.</summary>
internal sealed record BookedTime(Instant At, Instant Until, LocalDate Day);
