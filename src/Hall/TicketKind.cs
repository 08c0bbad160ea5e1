namespace GridDesk.Hall;

/// <summary>The line that a visitor stands in. Which numbers each has and how much it is put forward stands in the pack.</summary>
public enum TicketKind
{
    Ordinary,

    /// <summary>For the few errands that take minutes (plan row 5.2.1.2).</summary>
    Quick,

    /// <summary>For elderly visitors, who say so themselves; nobody asks for a card (plan row 5.2.1.3).</summary>
    Senior,

    /// <summary>Booked for a time.</summary>
    Appointment,
}

/// <summary>By what a ticket was taken.</summary>
public enum TicketWay { Kiosk, Phone, Greeter, Booking }

/// <summary>How a visit to a counter ended.</summary>
public enum TicketOutcome
{
    Done,

    /// <summary>Papers were missing: the visitor comes again.</summary>
    ComeAgain,

    /// <summary>Nothing that the office does; the visitor was told where.</summary>
    Elsewhere,
}
