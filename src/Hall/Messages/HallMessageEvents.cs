using GridDesk.Kernel.Events;

namespace GridDesk.Hall.Messages;

/// <summary>Somebody wrote a message for a hall; what it says is known by its digest.</summary>
[Event("hall-message.written")]
public sealed record HallMessageWritten(string Site, IReadOnlyList<HallMedium> Media, string Digest, Instant From, Instant Until) : IEvent;

/// <summary>A message was changed: what it says, where, or when; it has to be approved again.</summary>
[Event("hall-message.changed")]
public sealed record HallMessageChanged(IReadOnlyList<HallMedium> Media, string Digest, Instant From, Instant Until) : IEvent;

/// <summary>Somebody else than its author approved what a message says.</summary>
[Event("hall-message.approved")]
public sealed record HallMessageApproved(string Digest) : IEvent;

/// <summary>The start of a message came and the screens of the hall show it.</summary>
[Event("hall-message.shown")]
public sealed record HallMessageShown(string Site, IReadOnlyList<HallMedium> Media) : IEvent;

/// <summary>Somebody took a message down before its end, or before it began.</summary>
[Event("hall-message.withdrawn")]
public sealed record HallMessageWithdrawn : IEvent;

/// <summary>The paper of a message was hung up on the notice board.</summary>
[Event("hall-message.hung")]
public sealed record HallMessageHung(string Site) : IEvent;

/// <summary>The time of a message is over and nobody has said that its paper was taken down.</summary>
[Event("hall-message.hung-too-long")]
public sealed record HallMessageHungTooLong(string Site) : IEvent;

/// <summary>The paper of a message was taken down from the notice board.</summary>
[Event("hall-message.taken-down")]
public sealed record HallMessageTakenDown(string Site) : IEvent;

/// <summary>Where in a hall a message is shown.</summary>
public enum HallMedium
{
    /// <summary>On paper, hung up by hand (公布欄).</summary>
    NoticeBoard,

    /// <summary>In a line that runs along the foot of a screen, or on a sign of its own (跑馬燈).</summary>
    Marquee,

    /// <summary>In large letters in the middle of a screen (LCD 電視).</summary>
    Television,
}
