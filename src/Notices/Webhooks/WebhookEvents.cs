using GridDesk.Kernel.Events;

namespace GridDesk.Notices.Webhooks;

/// <summary>An administrator registered a receiver: another program that hears of what happens.</summary>
/// <param name="Kinds">Names of the events that it gets.</param>
[Event("webhook.registered")]
public sealed record WebhookRegistered(IReadOnlyList<string> Kinds) : IEvent;

/// <summary>A receiver has another address, another name, or gets other events.</summary>
[Event("webhook.changed")]
public sealed record WebhookChanged(bool Moved, IReadOnlyList<string> Kinds) : IEvent;

/// <summary>Nothing is sent to a receiver for now; what it would get waits.</summary>
[Event("webhook.paused")]
public sealed record WebhookPaused : IEvent;

/// <summary>A receiver gets what waited, and everything from now on.</summary>
[Event("webhook.resumed")]
public sealed record WebhookResumed(WebhookState From) : IEvent;

/// <summary>A receiver answered that it is gone for good (410): nothing more is sent to it.</summary>
[Event("webhook.gone")]
public sealed record WebhookGone : IEvent;

/// <summary>A receiver was removed; what waited for it is dropped.</summary>
[Event("webhook.removed")]
public sealed record WebhookRemoved(int Dropped) : IEvent;

public enum WebhookState
{
    Active,

    /// <summary>By an administrator; what it would get waits.</summary>
    Paused,

    /// <summary>It answered 410; what happens meanwhile is not kept for it.</summary>
    Gone,

    Removed,
}
