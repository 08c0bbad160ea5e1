using GridDesk.Kernel.Events;

namespace GridDesk.Requests.Procedures;

/// <summary>A step or a paper of a service is needed no more; it happened on the first day on which it is so.</summary>
/// <param name="Part">Id of the step or document in the service's definition.</param>
/// <param name="Why">Salted SHA-256 of the reason, in hexadecimal.</param>
[Event("procedure.simplified")]
public sealed record ProcedureSimplified(string Service, SimplificationKind Kind, string Part, LocalDate From, string Why) : IEvent;

/// <summary>How long cases took before and since, as far as is known now, in working days from receipt to closing.</summary>
/// <param name="Before">How many cases closed in the 180 days before.</param>
/// <param name="After">How many of those accepted in the 180 days since are closed.</param>
/// <param name="Days">By how many days they differ, after minus before (Hodges–Lehmann); null when there are too few cases.</param>
/// <param name="Low">Of the 90% interval of Mann and Whitney.</param>
[Event("procedure.measured")]
public sealed record ProcedureMeasured(
    string Service, int Before, int After, decimal? MedianBefore, decimal? MedianAfter, decimal? MeanBefore, decimal? MeanAfter, decimal? Days, decimal? Low, decimal? High) : IEvent;

/// <summary>The entry was a mistake; it happened on the same day as what it takes back.</summary>
/// <param name="Reason">Salted SHA-256 of why, in hexadecimal.</param>
[Event("procedure.withdrawn")]
public sealed record ProcedureWithdrawn(string Reason) : IEvent;
