using GridDesk.Kernel.Events;

namespace GridDesk.Requests.Chasing;

/// <summary>Somebody was told that a promise nears its day or has missed it.</summary>
/// <param name="Subject">Key of what the promise is about: a request, a hand-over.</param>
/// <param name="Person">Id of the one told; null when nobody of the department stands on this rung.</param>
[Event("chase.sent")]
public sealed record ChaseSent(string Subject, ChaseRung Rung, string Department, string? Person, Instant DueAt) : INamesDepartment;

/// <summary>The one who was chased, or a deputy, said why it stands; what comes next is a private text.</summary>
[Event("chase.answered")]
public sealed record ChaseAnswered(ChaseRung Rung, ChaseCause Cause) : IEvent;

/// <summary>Somebody got the one digest of the morning.</summary>
/// <param name="Person">Id of the person.</param>
/// <param name="Open">How many chases of theirs were not answered yet.</param>
[Event("chase.digest-sent")]
public sealed record ChaseDigestSent(string Person, LocalDate Day, int Open) : IEvent;
