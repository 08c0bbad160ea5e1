using GridDesk.Kernel.Events;

namespace GridDesk.Requests;

/// <summary>
/// A customer's request, from the papers to the end. Papers that are not complete are only taken in (先行收件): a slip, no number,
/// no clock. Formal acceptance gives the number and starts the clock; from then on somebody owns it until it is closed.
/// Changes are made by the methods beside this file, one file per thing a person does; each refuses or returns what happened.
/// </summary>
internal sealed partial class ServiceRequest : Subject
{
    public required Guid Id { get; init; }

    /// <summary>Number of the slip given when papers were taken in; null when the request was complete at once.</summary>
    public string? Slip { get; set; }

    /// <summary>Number given at formal acceptance.</summary>
    public string? Number { get; private set; }

    public required string Service { get; init; }

    /// <summary>Content hash of the service's definition that it runs under, whatever the pack says later.</summary>
    public required string Definition { get; init; }

    public required Channel Channel { get; init; }
    public required string Site { get; init; }

    /// <summary>Who took it in; null when the customer did it alone.</summary>
    public string? TakenInBy { get; init; }

    /// <summary>In which the customer filed it; null when somebody of the office keyed it in.</summary>
    public Language? Language { get; init; }

    /// <summary>A volunteer took it in over noon.</summary>
    public bool AtNoon { get; init; }

    /// <summary>When it reached the office; rules run from here.</summary>
    public required Instant ReceivedAt { get; init; }

    /// <summary>When it was keyed in.</summary>
    public required Instant KeyedAt { get; init; }

    public Instant? AcceptedAt { get; private set; }
    public Instant? ClosedAt { get; private set; }
    public RequestStatus Status { get; private set; } = RequestStatus.PreReceived;
    public Outcome? Outcome { get; private set; }

    /// <summary>Why it was refused, withdrawn or reversed; a private text.</summary>
    public string? Reason { get; private set; }

    public string? Step { get; private set; }
    public required string Department { get; set; }

    /// <summary>The one person who sees it through.</summary>
    public string? Owner { get; private set; }

    /// <summary>The promise that it runs under; null while it has only been taken in.</summary>
    public Guid? PromiseId { get; private set; }

    public required Particulars Particulars { get; init; }

    public List<RequestDocument> Documents { get; init; } = [];

    /// <summary>What is still missing: ids of documents and of questions, with what the customer was told about each.</summary>
    public List<MissingItem> Missing { get; set; } = [];

    /// <summary>When the customer was told that what was only taken in is accepted now; null while nobody did, or nobody has to.</summary>
    public Instant? InformedAt { get; private set; }

    /// <summary>How often a slip was printed for it.</summary>
    public int SlipPrints { get; private set; }

    /// <summary>The slip's number or the request's: what is written on paper and looked up.</summary>
    public string Name => Number ?? Slip!;

    public override string Key => KeyOf(Id);

    public static string KeyOf(Guid id) => $"request:{id:N}";

    private static void RefuseUnless(bool holds, string code, string zh, string en, string? field = null)
    {
        if (!holds)
        {
            throw new Refusal(code, zh, en, field);
        }
    }

    private void RefuseIfClosed() => RefuseUnless(Status != RequestStatus.Closed, "request.closed",
        $"{Name} 已經結案。要再辦請先撤銷結案，或另外受理一件。", $"{Name} is closed. Reverse the closing first, or take in a new request.");

    private void RefuseUnlessAccepted()
    {
        RefuseIfClosed();
        RefuseUnless(Number is not null, "request.not-accepted",
            $"{Name} 還只是先行收件。請先審核並正式受理。", $"{Name} has only been taken in. Examine and accept it first.");
    }
}

/// <summary>One document that the service asks for, or that was sent anyway.</summary>
internal sealed class RequestDocument
{
    public required Guid Id { get; init; }
    public required Guid Request { get; init; }

    /// <summary>The document's id in the service's definition; null for something sent besides.</summary>
    public string? Document { get; set; }

    /// <summary>The scanned or sent file; null when the paper itself was seen at the counter.</summary>
    public Guid? Upload { get; init; }

    public required Instant At { get; init; }
    public required string By { get; init; }
}

/// <summary>Something that the customer still has to bring or answer.</summary>
/// <param name="Kind"><c>document</c> or <c>answer</c>.</param>
/// <param name="Note">What the clerk added for this customer; null when the definition's own words say enough.</param>
public sealed record MissingItem(string Kind, string Id, Phrase Name, Phrase? Hint = null, string? Note = null);

/// <summary>What a member of the staff wrote down about a request; private.</summary>
internal sealed class RequestNote
{
    public required Guid Id { get; init; }
    public required Guid Request { get; init; }
    public required string Text { get; init; }
    public required string By { get; init; }
    public required Instant At { get; init; }
    public required byte[] Salt { get; init; }

    /// <summary>What the event carries in place of the text.</summary>
    public string Digest() => SaltedText.Digest(Salt, Text);
}
