using GridDesk.Kernel.Events;

namespace GridDesk.Notices.Reminders;

/// <summary>The bills of a day were gone through; how many addresses are reminded, by channel.</summary>
[Event("reminder-run.made")]
public sealed record ReminderRunMade(LocalDate Day, int Sms, int Voice, int Email) : IEvent;

/// <summary>What came of a reminder.</summary>
/// <param name="Bill">The bill’s number.</param>
/// <param name="PaidInTime">False when it was too late or is not paid at all; null when it counts nowhere, for the bill was cancelled or paid before anything was said.</param>
[Event("reminder.closed")]
public sealed record ReminderClosed(string Bill, MessageChannel Channel, int DaysBefore, LocalDate DueOn, bool? PaidInTime) : IEvent;
