using GridDesk.Kernel.Events;

namespace GridDesk.Notices.Mass;

/// <summary>Somebody wants customers to be told of something.</summary>
/// <param name="Accounts">How many electricity accounts it is about.</param>
[Event("mass-notice.planned")]
public sealed record MassNoticePlanned(string Template, int Accounts) : IEvent;

/// <summary>It is known whom to tell, each address once.</summary>
/// <param name="Unreached">Accounts that nobody agreed for.</param>
[Event("mass-notice.chosen")]
public sealed record MassNoticeChosen(int Sms, int Voice, int Email, int Unreached) : IEvent;

/// <param name="People">Addresses that are told.</param>
[Event("mass-notice.started")]
public sealed record MassNoticeStarted(int People) : IEvent;

[Event("mass-notice.paused")]
public sealed record MassNoticePaused : IEvent;

[Event("mass-notice.resumed")]
public sealed record MassNoticeResumed : IEvent;

/// <summary>Whoever had not been told by then never was.</summary>
[Event("mass-notice.called-off")]
public sealed record MassNoticeCalledOff(MassState From) : IEvent;

/// <summary>Nothing of it waits any more.</summary>
[Event("mass-notice.done")]
public sealed record MassNoticeDone : IEvent;
