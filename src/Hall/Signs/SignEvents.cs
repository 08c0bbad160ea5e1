using GridDesk.Kernel.Events;

namespace GridDesk.Hall.Signs;

/// <summary>A sign was printed and hung.</summary>
/// <param name="Sign">Its code, such as <c>counter-3</c>, <c>hours</c>, <c>fees</c>.</param>
/// <param name="Text">Salted SHA-256 of what it says, in hexadecimal.</param>
/// <param name="WorkingDays">Since the one before was found to be wrong; null when it was not.</param>
[Event("sign.hung")]
public sealed record SignHung(string Site, string Sign, string Text, int? WorkingDays) : IEvent;

/// <summary>What a hung sign says is not so any more.</summary>
/// <param name="Differs">What: <c>staff</c>, <c>hours</c>, the code of a service.</param>
/// <param name="Again">It was wrong already, in other lines.</param>
[Event("sign.outdated")]
public sealed record SignOutdated(string Site, string Sign, IReadOnlyList<string> Differs, bool Again) : IEvent;

/// <summary>A sign was taken down: its counter is no more.</summary>
[Event("sign.taken-down")]
public sealed record SignTakenDown(string Site, string Sign) : IEvent;

/// <summary>What a hung sign says is so again, and nobody had to touch it.</summary>
[Event("sign.right-again")]
public sealed record SignRightAgain(string Site, string Sign) : IEvent;
