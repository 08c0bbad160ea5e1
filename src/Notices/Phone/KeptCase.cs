using GridDesk.Kernel.Events;

namespace GridDesk.Notices.Phone;

/// <summary>
/// A request that is kept on a device. A subject of its own under a random id: the events, which stay for ever, tell that a request is
/// kept on some phone and never which requests share one.
/// </summary>
internal sealed class KeptCase : Subject
{
    public required Guid Id { get; init; }
    public required Guid Device { get; init; }

    /// <summary>Key of the request.</summary>
    public required string Request { get; init; }

    /// <summary>Its number when it was kept; a slip gets another one when it is accepted.</summary>
    public required string KeptAs { get; init; }

    public required Instant KeptAt { get; init; }

    public override string Key => $"kept-case:{Id:N}";

    public CaseKept Keep(DeviceKind kind) => new(Request, kind);

    public CaseLetGo LetGo() => new(Request);
}

/// <summary>A customer keeps a request on a phone.</summary>
[Event("phone.case-kept")]
public sealed record CaseKept(string Request, DeviceKind Kind) : IEvent;

/// <summary>It is kept there no more.</summary>
[Event("phone.case-let-go")]
public sealed record CaseLetGo(string Request) : IEvent;
