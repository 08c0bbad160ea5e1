using GridDesk.Customers.Contacts;
using GridDesk.Kernel.Events;

namespace GridDesk.Notices;

// What other modules may know of messages. No address, no text.

/// <summary>A message is to be sent; recorded on its thread, so that the messages of one thing over one channel keep their order.</summary>
/// <param name="About">Key of what it is about.</param>
[Event("message.queued")]
public sealed record MessageQueued(Guid Message, string About, MessageChannel Channel, string Template, string Definition, string Purpose) : IEvent;

/// <summary>A provider took it.</summary>
[Event("message.handed-over")]
public sealed record MessageHandedOver(MessageChannel Channel, string Template, string Purpose, string Provider) : IEvent;

/// <summary>A letter was printed once more.</summary>
[Event("message.printed-again")]
public sealed record MessagePrintedAgain(MessageChannel Channel, string Template, string Purpose) : IEvent;

/// <summary>It arrived.</summary>
[Event("message.delivered")]
public sealed record MessageDelivered(MessageChannel Channel, string Template, string Purpose) : IEvent;

/// <summary>It cannot arrive.</summary>
[Event("message.failed")]
public sealed record MessageFailed(MessageChannel Channel, string Template, string Purpose, FailureKind Kind) : IEvent;

/// <summary>It was queued, and was not to leave when its turn came.</summary>
[Event("message.stopped")]
public sealed record MessageStopped(MessageChannel Channel, string Template, string Purpose, StopReason Why) : IEvent;
