using GridDesk.Kernel.Events;

namespace GridDesk.Plan.Assess;

/// <summary>The self-assessment of a half-year began.</summary>
/// <param name="Year">Of the Republic.</param>
/// <param name="Departments">Codes of those that are asked for something.</param>
[Event("assessment.opened")]
public sealed record AssessmentOpened(int Year, int Half, IReadOnlyList<string> Departments) : IEvent;

/// <summary>A department said what it did for a row that no statistic proves.</summary>
/// <param name="Measure">Code of the row.</param>
/// <param name="Score">By the office's scale; null when it has none.</param>
/// <param name="Photos">How many there are.</param>
/// <param name="Digest">SHA-256 of what it says.</param>
[Event("assessment.answered")]
public sealed record AssessmentAnswered(string Department, string Measure, int? Score, int Photos, string Digest) : INamesDepartment;

/// <summary>A department said that it has answered all it was asked.</summary>
[Event("assessment.part-done")]
public sealed record AssessmentPartDone(string Department) : INamesDepartment;

/// <summary>The figures and statements are final.</summary>
/// <param name="Digest">SHA-256 of the frozen report.</param>
/// <param name="Unfinished">How many departments had not finished.</param>
[Event("assessment.frozen")]
public sealed record AssessmentFrozen(string Digest, int Unfinished) : IEvent;

/// <summary>The report was sent to whom the plan names.</summary>
/// <param name="File">SHA-256 of the file.</param>
/// <param name="To">An address or the number of a letter, of an office and never of a customer.</param>
[Event("assessment.reported")]
public sealed record AssessmentReported(string File, string To) : IEvent;

/// <summary>Everybody may read it.</summary>
/// <param name="Digest">SHA-256 of the frozen report.</param>
/// <param name="Address">Of the page.</param>
[Event("assessment.posted")]
public sealed record AssessmentPosted(string Digest, string Address) : IEvent;
