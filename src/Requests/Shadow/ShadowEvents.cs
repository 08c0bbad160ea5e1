using GridDesk.Kernel.Events;

namespace GridDesk.Requests.Shadow;

/// <summary>The register of another system was read, to be judged under our promises; it never mixes with living cases.</summary>
/// <param name="Lines">Rows of the register, broken ones included.</param>
/// <param name="Broken">Rows that cannot be read.</param>
[Event("shadow.register-read")]
public sealed record ShadowRegisterRead(int Lines, int Broken) : IEvent;

/// <summary>Every row of a register was judged.</summary>
/// <param name="Cases">Rows that could be judged.</param>
/// <param name="Broken">Rows that could not.</param>
[Event("shadow.judged")]
public sealed record ShadowJudged(int Cases, int Broken, int Late) : IEvent;

/// <summary>A register and all that was made of it was removed.</summary>
[Event("shadow.removed")]
public sealed record ShadowRemoved(int Cases) : IEvent;
