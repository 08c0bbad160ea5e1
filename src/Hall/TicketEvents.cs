using GridDesk.Kernel.Events;

namespace GridDesk.Hall;

/// <summary>A visitor took a ticket.</summary>
/// <param name="Name">As it is called: <c>3007</c>.</param>
/// <param name="Errands">Codes of services.</param>
[Event("ticket.taken")]
public sealed record TicketTaken(string Site, LocalDate Day, string Name, TicketKind Kind, IReadOnlyList<string> Errands, TicketWay Way) : IEvent;

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

/// <summary>The counter took its last step back within ten seconds; that step does not count.</summary>
/// <param name="Step">The event's name.</param>
[Event("ticket.undone")]
public sealed record TicketUndone(string Site, int Counter, string Step) : IEvent;

/// <summary>Somebody sat down at a counter, came back to it, paused or left it.</summary>
[Event("counter.changed")]
public sealed record CounterChanged(string Site, int Counter, CounterState State) : IEvent;

public enum CounterState { Closed, Open, Pause }
