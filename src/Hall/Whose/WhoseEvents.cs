using GridDesk.Kernel.Events;

namespace GridDesk.Hall.Whose;

/// <summary>Whose a ticket is became known.</summary>
/// <param name="Subject">The request or the customer, as events name it.</param>
[Event("ticket.linked")]
public sealed record TicketLinked(string Site, string Subject, WhoseProof Proof) : IEvent;

/// <summary>It is nobody's again: the visitor wants it so, or it was a mistake.</summary>
[Event("ticket.unlinked")]
public sealed record TicketUnlinked(string Site) : IEvent;

/// <summary>An errand of the ticket became a request.</summary>
/// <param name="Errand">Code of the service.</param>
/// <param name="Request">Key of the request.</param>
/// <param name="Served">Seconds at the counter on this errand: since the call, or since the errand before it.</param>
[Event("ticket.filed")]
public sealed record TicketFiled(string Site, int Counter, string Errand, string Request, int Served) : IEvent;

/// <summary>How it is known whose a ticket is.</summary>
public enum WhoseProof
{
    /// <summary>The code on the slip of a request.</summary>
    Code,

    /// <summary>The last three digits of the customer's telephone.</summary>
    Phone,

    /// <summary>A clerk has the customer in front of them.</summary>
    Clerk,
}
