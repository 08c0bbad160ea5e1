using GridDesk.Kernel.Events;
using GridDesk.Notices.Spooled;

namespace GridDesk.Notices;

/// <summary>
/// One message to one address over one channel. Its text and address are private rows that the law destroys; the events carry neither.
/// It is handed over at least once, each time under the same <see cref="Id"/>.
/// </summary>
internal sealed class Message : Subject
{
    public required Guid Id { get; init; }

    /// <summary>Key of what it is about: a request, a bill.</summary>
    public required string About { get; init; }

    public required MessageChannel Channel { get; init; }
    public required string Template { get; init; }

    /// <summary>The template's first day of validity, which names its version.</summary>
    public required string Definition { get; init; }

    /// <summary>What it is for; see <see cref="ContactPurpose"/>.</summary>
    public required string Purpose { get; init; }

    public required Language Language { get; init; }

    /// <summary>E-mail address, telephone number with digits only, or of a letter the lines in its window.</summary>
    public required string To { get; init; }

    /// <summary>The line above an e-mail or a letter; empty for the others.</summary>
    public required string Title { get; init; }

    public required string Text { get; init; }

    /// <summary>The promised day that the text names; told to the customer when the message is handed over.</summary>
    public LocalDate? Tells { get; init; }

    /// <summary>Names what caused it, so that the same cause makes one message.</summary>
    public required string Cause { get; init; }

    public required Instant QueuedAt { get; init; }
    public MessageState State { get; private set; }
    public Instant ChangedAt { get; private set; }

    /// <summary>Who carries it, and under which name they know it; null until one has taken it.</summary>
    public string? Provider { get; private set; }
    public string? Reference { get; private set; }

    /// <summary>Why it failed, in the words of whoever refused it.</summary>
    public string? Reason { get; private set; }

    /// <summary>Why it never left, when it was not to.</summary>
    public StopReason? Stopped { get; private set; }

    /// <summary>Written to the spool because nobody carries its channel: it did not leave the building, and nobody got it.</summary>
    public bool IsSpooled => State is MessageState.HandedOver && Provider == Spool.ProviderName;

    public override string Key => KeyOf(Id);

    public static string KeyOf(Guid id) => $"message:{id:N}";

    /// <summary>A provider took it; null when that is known already.</summary>
    public MessageHandedOver? HandOver(string provider, string? reference, Instant now)
    {
        if (State is not MessageState.Waiting)
        {
            return null;
        }

        (State, ChangedAt, Provider, Reference) = (MessageState.HandedOver, now, provider, reference);
        return new(Channel, Template, Purpose, provider);
    }

    /// <summary>Printed once more, the same in every word.</summary>
    public MessagePrintedAgain PrintAgain() => new(Channel, Template, Purpose);

    /// <summary>A receipt says that it arrived; null when that is known already.</summary>
    public MessageDelivered? Deliver(Instant now)
    {
        if (State is MessageState.Delivered)
        {
            return null;
        }

        (State, ChangedAt, Reason) = (MessageState.Delivered, now, null);
        return new(Channel, Template, Purpose);
    }

    /// <summary>It will never arrive at that address; null when that is known already, or it arrived.</summary>
    public MessageFailed? Fail(FailureKind kind, string reason, Instant now)
    {
        if (State is not (MessageState.Waiting or MessageState.HandedOver))
        {
            return null;
        }

        (State, ChangedAt, Reason) = (MessageState.Failed, now, reason.Length > 500 ? reason[..500] : reason);
        return new(Channel, Template, Purpose, kind);
    }

    /// <summary>It is not to leave; null when it has left, or stopped, already.</summary>
    public MessageStopped? Stop(StopReason why, Instant now)
    {
        if (State is not MessageState.Waiting)
        {
            return null;
        }

        (State, ChangedAt, Stopped) = (MessageState.Stopped, now, why);
        return new(Channel, Template, Purpose, why);
    }
}

/// <summary>Why a message that was queued did not leave.</summary>
public enum StopReason
{
    /// <summary>Whoever it was for does not want such messages, or no longer.</summary>
    Withdrawn,

    /// <summary>Whoever it was for never agreed to such messages.</summary>
    NoConsent,

    /// <summary>What it would have said is no longer true, such as a bill that has been paid.</summary>
    Settled,

    /// <summary>The office called it off.</summary>
    CalledOff,
}

/// <summary>How a message travels.</summary>
public enum MessageChannel { Email, Sms, Voice, Push, Letter }

public enum MessageState
{
    /// <summary>To be sent.</summary>
    Waiting,

    /// <summary>A provider has it; a letter is printed.</summary>
    HandedOver,

    /// <summary>A receipt says that it arrived, or that the call was answered.</summary>
    Delivered,

    /// <summary>It cannot arrive; somebody has to tell the customer otherwise.</summary>
    Failed,

    /// <summary>It was not to leave; see <see cref="Message.Stopped"/>.</summary>
    Stopped,
}

/// <summary>What went wrong with a hand-over.</summary>
public enum FailureKind
{
    /// <summary>The provider: not reached, too slow, an answer that makes no sense. Another provider may do.</summary>
    Technical,

    /// <summary>The receiver, for now: mailbox full, phone switched off. The same again later.</summary>
    Temporary,

    /// <summary>The receiver, for good: no such address. Nobody tries again.</summary>
    Permanent,
}
