using GridDesk.Kernel.Events;

namespace GridDesk.Requests.Coordinate;

/// <summary>A case needs something of another department or an agency.</summary>
/// <param name="Task">Key of the task.</param>
/// <param name="Unit">Code of the department or agency.</param>
[Event("request.task-asked")]
public sealed record RequestTaskAsked(string Task, string Unit, bool IsAgency) : IEvent;

/// <summary>A department or agency was asked for a letter, a meeting or an answer.</summary>
/// <param name="Request">Key of the request.</param>
/// <param name="Due">The day until which it was asked for.</param>
/// <param name="Question">Salted SHA-256 of what is asked, in hexadecimal.</param>
[Event("task.asked")]
public sealed record TaskAsked(string Request, string Unit, bool IsAgency, TaskForm Form, LocalDate Due, string Question) : IEvent;

/// <summary>Somebody of the asked department sees to it.</summary>
/// <param name="Owner">Id of the person.</param>
[Event("task.taken")]
public sealed record TaskTaken(string Owner) : IEvent;

/// <summary>The department or agency answered.</summary>
/// <param name="Request">Key of the request.</param>
/// <param name="InTime">Not after the day until which it was asked for.</param>
/// <param name="WorkingDays">From asking to the answer.</param>
/// <param name="Answer">Salted SHA-256 of what was answered, in hexadecimal.</param>
[Event("task.answered")]
public sealed record TaskAnswered(string Request, string Unit, bool IsAgency, TaskForm Form, bool InTime, int WorkingDays, string Answer) : INamesDepartment
{
    // Kept out of what is stored: an agency is no department, and its answer counts for whoever has the case.
    string? INamesDepartment.Department => IsAgency ? null : Unit;
}

/// <summary>It is not needed any more.</summary>
/// <param name="WithTheCase">The case was withdrawn, refused or reversed.</param>
/// <param name="Reason">Salted SHA-256 of why, in hexadecimal; null when it ended with the case.</param>
[Event("task.withdrawn")]
public sealed record TaskWithdrawn(bool WithTheCase, string? Reason) : IEvent;
