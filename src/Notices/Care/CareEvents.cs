using GridDesk.Kernel.Events;

namespace GridDesk.Notices.Care;

/// <summary>Somebody asked for material by telephone.</summary>
/// <param name="Materials">Codes of the pack's list.</param>
/// <param name="Contact">Digest of who asked and where it goes.</param>
[Event("care-call.asked")]
public sealed record CareAsked(string Number, IReadOnlyList<string> Materials, CareWay Way, LocalDate SendBy, string Contact) : IEvent;

/// <summary>The material was sent, or lies ready; a call back falls due.</summary>
/// <param name="Sending">1 for the first time, more when it was sent again.</param>
/// <param name="CallFrom">The day on which the call falls due.</param>
[Event("care-call.sent")]
public sealed record CareSent(int Sending, CareWay Way, bool InTime, LocalDate CallFrom) : IEvent;

/// <summary>The office called and asked whether it arrived.</summary>
/// <param name="Try">How many calls nobody answered since it was sent, this one included.</param>
/// <param name="State">How it stands now.</param>
/// <param name="CallFrom">The day of the next call, when there is one.</param>
[Event("care-call.made")]
public sealed record CareCalled(CareOutcome Outcome, int Sending, int Try, bool InTime, CareState State, LocalDate? CallFrom) : IEvent;

/// <summary>It was a mistake, or is not wanted any more; the reason is a private text.</summary>
/// <param name="Reason">Digest of the reason.</param>
[Event("care-call.withdrawn")]
public sealed record CareWithdrawn(string Reason) : IEvent;

/// <summary>How material is sent.</summary>
public enum CareWay { Post, Email, Fax, PickUp }

/// <summary>What a call found out.</summary>
public enum CareOutcome
{
    Received,

    /// <summary>It is sent again, and another call falls due.</summary>
    NotReceived,

    /// <summary>The office tries again on the next working day, a few times.</summary>
    NoAnswer,

    /// <summary>The customer does not want to be called about it.</summary>
    NotWanted,
}

public enum CareState { ToSend, ToCall, Received, NotReached, NotWanted, Withdrawn }
