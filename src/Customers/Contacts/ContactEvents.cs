using GridDesk.Kernel.Events;

namespace GridDesk.Customers.Contacts;

// What other modules may know of addresses. None of them, and no electricity number.

/// <summary>Somebody gave the office an address to write to.</summary>
/// <param name="TakesText">A mobile number; false for a landline or an e-mail address.</param>
/// <param name="Digest">Salted SHA-256 of the address.</param>
[Event("contact.added")]
public sealed record ContactAdded(ContactKind Kind, bool TakesText, ContactWay Way, string Digest) : IEvent;

/// <summary>The holder of an address agreed to what it is used for.</summary>
/// <param name="Account">The electricity account, by a code under a key of the office; null when it is about none, or none that the office knows.</param>
[Event("contact.consented")]
public sealed record ContactConsented(string Purpose, string? Account, ContactWay Way) : IEvent;

/// <summary>The holder of an address wants no more of it, for whatever account.</summary>
[Event("contact.withdrawn")]
public sealed record ContactWithdrawn(string Purpose, ContactWay Way) : IEvent;

/// <summary>The language, the quiet hours, or how to use a telephone were changed.</summary>
/// <param name="OwnQuietHours">Others than the office's.</param>
[Event("contact.changed")]
public sealed record ContactChanged(Language Language, bool OwnQuietHours, bool PrefersCall) : IEvent;

/// <summary>A code is to be sent, by which somebody proves that an address is theirs. The code stands nowhere but in the message.</summary>
[Event("contact.code-asked")]
public sealed record ContactCodeAsked(ContactKind Kind) : IEvent;

/// <summary>The code that was sent to an address was told to us.</summary>
[Event("contact.verified")]
public sealed record ContactVerified(ContactKind Kind) : IEvent;
