namespace GridDesk.Hall.Wait;

/// <summary>How a hall has been going lately.</summary>
/// <param name="Served">How long people of a kind were at a counter, those included who did not come when they were called; never empty.</param>
/// <param name="Between">From the end of one to the call of the next, when somebody waited; never empty.</param>
/// <param name="Came">Who came within the last hour with a head start over others.</param>
internal sealed record Pace(IReadOnlyDictionary<TicketKind, IReadOnlyList<Duration>> Served, IReadOnlyList<Duration> Between, IReadOnlyList<Comer> Came);

/// <summary>Somebody who came, and how far they were put forward.</summary>
internal sealed record Comer(TicketKind Kind, string Group, Duration HeadStart);
