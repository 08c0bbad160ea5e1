using GridDesk.Kernel.Events;

namespace GridDesk.Hall;

/// <summary>A visitor took a ticket.</summary>
/// <param name="Name">As it is called: <c>3007</c>.</param>
/// <param name="Errands">Codes of services.</param>
[Event("ticket.taken")]
public sealed record TicketTaken(string Site, LocalDate Day, string Name, TicketKind Kind, IReadOnlyList<string> Errands, TicketWay Way) : IEvent;

/// <summary>A number is kept for a visitor while its slip is printed; it is taken once somebody holds it.</summary>
/// <param name="Name">As it would be called.</param>
[Event("ticket.reserved")]
public sealed record TicketReserved(string Site, LocalDate Day, string Name, TicketKind Kind, IReadOnlyList<string> Errands, TicketWay Way) : IEvent;

/// <summary>A greeter looked at the visitor's papers before giving the ticket.</summary>
/// <param name="Missing">Ids of papers that were not there, with the service in front: <c>XFER/identity</c>.</param>
[Event("ticket.papers-checked")]
public sealed record TicketPapersChecked(string Site, Greet.PapersFound Papers, IReadOnlyList<string> Missing) : IEvent;

/// <summary>Whoever was about to take a ticket was told how long they would wait.</summary>
/// <param name="From">In minutes from then; nine of ten wait no shorter.</param>
/// <param name="To">And no longer.</param>
[Event("ticket.wait-told")]
public sealed record TicketWaitTold(string Site, int From, int To) : IEvent
{
    /// <summary>They waited as long as that.</summary>
    /// <param name="waited">Seconds until the first call.</param>
    public bool Holds(int waited) => waited >= From * 60 && waited <= To * 60;
}

/// <summary>A printer confirmed that its slip is printed.</summary>
/// <param name="Printer">Code of the printer in the pack.</param>
/// <param name="Again">It had been printed, or tried, before; the number is the same.</param>
[Event("ticket.printed")]
public sealed record TicketPrinted(string Site, string Printer, bool Again) : IEvent;

/// <summary>No printer confirmed the slip, or the visitor says that none came out.</summary>
/// <param name="InDoubt">It may have been printed all the same.</param>
[Event("ticket.not-printed")]
public sealed record TicketNotPrinted(string Site, string Printer, PrinterCondition Why, bool InDoubt) : IEvent;

/// <summary>The number ended before anybody called it: nobody holds it.</summary>
[Event("ticket.released")]
public sealed record TicketReleased(string Site, TicketKind Kind, ReleaseReason Why) : IEvent;

/// <summary>Why a number that was never called ended.</summary>
public enum ReleaseReason
{
    /// <summary>The visitor does not want it.</summary>
    GivenUp,

    /// <summary>It was kept for its time, and nobody said that they hold it.</summary>
    TimeOver,
}

/// <summary>A receipt printer of a hall is in another condition than before.</summary>
[Event("printer.changed")]
public sealed record PrinterChanged(string Site, string Printer, PrinterCondition Condition) : IEvent;

/// <summary>What a receipt printer says of itself, or what is known of it otherwise.</summary>
public enum PrinterCondition
{
    Ready,

    /// <summary>It still prints, but somebody should bring a roll.</summary>
    PaperLow,

    NoPaper,
    CoverOpen,

    /// <summary>Paper or cutter stuck, or an error that it cannot mend itself.</summary>
    Jam,

    /// <summary>Off line for another reason.</summary>
    Offline,

    /// <summary>Nobody answers at its address.</summary>
    Unreachable,

    /// <summary>It takes what is sent and says nothing, or nothing that can be understood.</summary>
    Silent,

    /// <summary>This machine has no font to draw the slip with.</summary>
    NoFont,

    /// <summary>It says that it printed, and a visitor says that nothing came out: somebody has to look.</summary>
    Doubted,
}

/// <summary>It was called to a counter.</summary>
/// <param name="Waited">Seconds since it was taken, or since it was sent on; of one that was put aside, none.</param>
/// <param name="OutOfTurn">Somebody with an earlier turn whom this counter serves was passed over, by a rule that says so: a held ticket that came back.</param>
[Event("ticket.called")]
public sealed record TicketCalled(string Site, int Counter, TicketKind Kind, int? Waited, bool OutOfTurn) : IEvent;

/// <summary>It was called once more to the same counter.</summary>
[Event("ticket.recalled")]
public sealed record TicketRecalled(string Site, int Counter) : IEvent;

/// <summary>The visitor has to fetch or fill in something and comes back to the same counter.</summary>
[Event("ticket.held")]
public sealed record TicketHeld(string Site, int Counter) : IEvent;

/// <summary>Nobody came when it was called.</summary>
[Event("ticket.missed")]
public sealed record TicketMissed(string Site, int Counter, TicketKind Kind) : IEvent;

/// <summary>The visitor goes on to another counter, with the same turn.</summary>
/// <param name="To">Number of the counter; any that serves it when null.</param>
/// <param name="Wrong">The first counter was the wrong one; otherwise there is another errand.</param>
/// <param name="Served">Seconds at this counter.</param>
[Event("ticket.sent-on")]
public sealed record TicketSentOn(string Site, int Counter, int? To, string Errand, bool Wrong, int Served) : IEvent;

/// <summary>The visit is over.</summary>
/// <param name="Served">Seconds at the last counter.</param>
[Event("ticket.finished")]
public sealed record TicketFinished(string Site, int Counter, TicketKind Kind, TicketOutcome Outcome, int Served) : IEvent;

/// <summary>Its day was over and it was still called or put aside: nobody said how the visit ended.</summary>
[Event("ticket.left-open")]
public sealed record TicketLeftOpen(string Site, int Counter, TicketKind Kind) : IEvent;

/// <summary>The counter took its last step back within ten seconds; that step does not count.</summary>
/// <param name="Step">The event's name.</param>
[Event("ticket.undone")]
public sealed record TicketUndone(string Site, int Counter, string Step) : IEvent;

/// <summary>Somebody sat down at a counter, came back to it, paused or left it.</summary>
[Event("counter.changed")]
public sealed record CounterChanged(string Site, int Counter, CounterState State) : IEvent;

public enum CounterState { Closed, Open, Pause }
