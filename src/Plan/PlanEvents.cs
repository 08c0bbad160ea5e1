using GridDesk.Kernel.Events;

namespace GridDesk.Plan;

/// <summary>A plan came into force.</summary>
/// <param name="Year">Of the Republic.</param>
/// <param name="Rows">How many rows it has, sub-items too.</param>
/// <param name="Digest">SHA-256 of what it says.</param>
[Event("plan.adopted")]
public sealed record PlanAdopted(int Year, int Rows, string Digest) : IEvent;

/// <summary>One row was changed, added or ended.</summary>
/// <param name="Amendment">The row of the amendment, which holds wording, letter and reason.</param>
/// <param name="Measure">Its code in the plan.</param>
/// <param name="Effective">The first day on which it holds.</param>
/// <param name="Changed">Which parts: <c>title</c>, <c>departments</c>, <c>period</c>, <c>indicators</c>.</param>
/// <param name="Digest">SHA-256 of the amendment.</param>
[Event("plan.amended")]
public sealed record PlanAmended(Guid Amendment, string Measure, AmendmentKind Kind, LocalDate Effective, IReadOnlyList<string> Changed, string Digest) : IEvent;

/// <summary>A plan was made from an earlier year's, as that one read on its last day. Recorded at the new plan.</summary>
[Event("plan.copied-forward")]
public sealed record PlanCopiedForward(int From, int To, int Rows, string Digest) : IEvent;

/// <summary>The letter that orders a plan was recorded, or recorded rightly.</summary>
/// <param name="Letter">Its number.</param>
/// <param name="Digest">SHA-256 of what the plan says now.</param>
[Event("plan.basis-recorded")]
public sealed record PlanBasisRecorded(string Letter, LocalDate Date, string Digest) : IEvent;

/// <summary>The official wording was read from a file of the office.</summary>
/// <param name="Digest">SHA-256 of the texts.</param>
[Event("plan.text-imported")]
public sealed record PlanTextImported(int Rows, string Digest) : IEvent;

/// <summary>A newer edition of the pack proves rows by other statistics; what the rows say did not change.</summary>
/// <param name="Measures">Codes of the rows.</param>
[Event("plan.rebound")]
public sealed record PlanRebound(IReadOnlyList<string> Measures, string Digest) : IEvent;

public enum AmendmentKind { Changed, Added, Ended }
