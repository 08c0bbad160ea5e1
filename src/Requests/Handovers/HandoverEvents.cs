using GridDesk.Kernel.Events;

namespace GridDesk.Requests.Handovers;

/// <summary>The call centre passed a case on (後送); its own clock runs.</summary>
/// <param name="Number">The call centre's own number.</param>
/// <param name="ReceivedAt">When the call centre took it; the clock runs from there.</param>
/// <param name="Contact">Digest of the private part.</param>
[Event("handover.received")]
public sealed record HandoverReceived(string Number, string Kind, string Department, Instant ReceivedAt, Instant? DueAt, string Contact) : INamesDepartment;

/// <summary>Somebody of the department took it on.</summary>
/// <param name="Handler">Id of the one who sees it through.</param>
[Event("handover.accepted")]
public sealed record HandoverAccepted(string Handler, string Department) : INamesDepartment;

/// <summary>It is not this office's, or cannot be worked on; the reason is a private text.</summary>
/// <param name="Reason">Digest of the reason.</param>
[Event("handover.returned")]
public sealed record HandoverReturned(string Department, bool? InTime, long WorkingMinutes, string Reason) : INamesDepartment;

/// <summary>The office answered; what it said is a private text.</summary>
/// <param name="WorkingMinutes">Office time from when the call centre took it.</param>
/// <param name="Text">Digest of the answer.</param>
[Event("handover.answered")]
public sealed record HandoverAnswered(string Department, bool? InTime, long WorkingMinutes, string Text) : INamesDepartment;

/// <summary>It became a request of the register.</summary>
/// <param name="Request">Key of the request.</param>
[Event("handover.filed")]
public sealed record HandoverFiled(string Request) : IEvent;

/// <summary>The call centre has what the office answered, or why it was returned.</summary>
[Event("handover.told")]
public sealed record HandoverTold(HandoverState State) : IEvent;
