using GridDesk.Kernel.Events;

namespace GridDesk.Staff;

/// <summary>Somebody began to work here.</summary>
[Event("staff.joined")]
public sealed record StaffJoined(string Department, string? Site, LocalDate Joined) : INamesDepartment;

/// <summary>A person's card was changed; names and addresses are not told.</summary>
[Event("staff.changed")]
public sealed record StaffChanged(string Department, string? Site, LocalDate Joined) : INamesDepartment;

/// <param name="Roles">All roles the person has from now on.</param>
[Event("staff.roles-given")]
public sealed record RolesGiven(IReadOnlyList<Role> Roles) : IEvent;

/// <summary>The person works here no more; sessions and tokens ended at once.</summary>
[Event("staff.left")]
public sealed record StaffLeft : IEvent;

[Event("staff.returned")]
public sealed record StaffReturned : IEvent;

[Event("staff.signed-in")]
public sealed record SignedIn(SignInWay By) : IEvent;

/// <summary>A wrong password for a person who exists.</summary>
/// <param name="LockedUntil">Until when no password is taken any more; null while there are tries left.</param>
[Event("staff.sign-in-failed")]
public sealed record SignInFailed(Instant? LockedUntil) : IEvent;

[Event("staff.password-changed")]
public sealed record PasswordChanged(PasswordWay By) : IEvent;

/// <summary>An administrator handed out a link with which the person chooses a new password, once.</summary>
[Event("staff.password-link-issued")]
public sealed record PasswordLinkIssued(Instant Expires) : IEvent;

/// <param name="Passkey">SHA-256 of the credential's id, hexadecimal.</param>
[Event("staff.passkey-added")]
public sealed record PasskeyAdded(string Passkey) : IEvent;

/// <inheritdoc cref="PasskeyAdded"/>
[Event("staff.passkey-removed")]
public sealed record PasskeyRemoved(string Passkey) : IEvent;

/// <summary>While the person is away, <paramref name="Deputy"/> answers for their work in <c>[From, Until)</c>.</summary>
[Event("staff.deputy-named")]
public sealed record DeputyNamed(Guid Id, Guid Deputy, Instant From, Instant Until) : IEvent;

[Event("staff.deputy-withdrawn")]
public sealed record DeputyWithdrawn(Guid Id) : IEvent;

/// <summary>The person is to work at the site, in the role, in <c>[From, Until)</c>.</summary>
[Event("staff.shift-planned")]
public sealed record ShiftPlanned(Guid Id, string Site, Role Role, Instant From, Instant Until) : IEvent;

/// <summary>A shift is at a post of the site; of one shift the last of these holds.</summary>
/// <param name="Post">Code of the post, such as <c>counter-3</c>.</param>
/// <param name="Deputy">Who does it when the person cannot.</param>
[Event("staff.shift-posted")]
public sealed record ShiftPosted(Guid Id, string Site, string Post, Role Role, Instant From, Instant Until, Guid? Deputy) : IEvent;

[Event("staff.shift-withdrawn")]
public sealed record ShiftWithdrawn(Guid Id) : IEvent;

/// <param name="Until">The last day on which it holds; null when it does not end.</param>
[Event("staff.certificate-recorded")]
public sealed record CertificateRecorded(Guid Id, LocalDate? Until) : IEvent;

[Event("staff.certificate-withdrawn")]
public sealed record CertificateWithdrawn(Guid Id) : IEvent;

[Event("staff.token-issued")]
public sealed record TokenIssued(Guid Id, TokenKind Kind, IReadOnlyList<Role> Roles, Instant Expires) : IEvent;

[Event("staff.token-revoked")]
public sealed record TokenRevoked(Guid Id) : IEvent;

public enum SignInWay { Password, Passkey }

public enum PasswordWay { Self, Link, FirstAdministrator }

/// <summary>Whose hand a token is: the person's own script, or a program that acts in its own name.</summary>
public enum TokenKind { Personal, App }
