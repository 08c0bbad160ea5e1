namespace GridDesk.Kernel.Promises;

/// <summary>More time, granted with a reason (展延).</summary>
/// <param name="Amount">In the unit of the limit: hours, working days or calendar days; at least 1.</param>
/// <param name="Reason">What the customer is told.</param>
/// <param name="By">Who granted it.</param>
/// <param name="At">When it was granted.</param>
public sealed record Extension(int Amount, Phrase Reason, string By, Instant At);
