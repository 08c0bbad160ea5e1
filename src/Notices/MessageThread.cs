using GridDesk.Kernel.Events;

namespace GridDesk.Notices;

/// <summary>All messages about one thing over one channel; they leave in the order in which they were queued.</summary>
internal sealed class MessageThread : Subject
{
    public required string About { get; init; }
    public required MessageChannel Channel { get; init; }

    public override string Key => $"messages:{About.Replace(':', '-')}:{Channel.ToString().ToLowerInvariant()}";

    public MessageQueued Queue(Message message) => new(message.Id, About, Channel, message.Template, message.Definition, message.Purpose);
}

/// <summary>One try to hand a message over.</summary>
internal sealed class Attempt
{
    public required Guid Id { get; init; }
    public required Guid Message { get; init; }
    public required MessageChannel Channel { get; init; }
    public required string Provider { get; init; }
    public required Instant At { get; init; }

    /// <summary>How long the provider took to answer, in milliseconds.</summary>
    public required int Took { get; init; }

    /// <summary>Null when it was taken.</summary>
    public FailureKind? Failure { get; init; }

    public string? Reason { get; init; }
}
