using GridDesk.Kernel.Events;

namespace GridDesk.Requests;

// What other modules may know of requests. They are stored for ever: give a new version, never change a released one.
// No names, no phones, no free text: digests of the private rows stand for those.

/// <summary>Papers were taken in, but something is missing: a slip, no number, no clock.</summary>
/// <param name="Missing">How many documents and answers are still missing.</param>
/// <param name="Particulars">Salted SHA-256 of the private row, in hexadecimal.</param>
[Event("request.pre-received")]
public sealed record RequestPreReceived(string Slip, string Service, string Definition, Channel Channel, string Site, string Department, Instant ReceivedAt, int Missing, string Particulars) : INamesDepartment;

/// <summary>The request was formally accepted: it has a number, and its clock runs.</summary>
/// <param name="WasPreReceived">It had waited for papers before; otherwise it was complete at once.</param>
/// <param name="RuleDue">Due by law or published limit; null when no such limit is known.</param>
/// <param name="NormDue">Due by the office's own norm.</param>
/// <param name="Told">The day that the customer was told.</param>
/// <param name="HasEmail">The customer gave an e-mail address.</param>
[Event("request.accepted")]
public sealed record RequestAccepted(
    string Number, string Service, string Definition, Channel Channel, string Site, string Department, Instant ReceivedAt,
    bool WasPreReceived, string Calendar, LocalDate? RuleDue, LocalDate? NormDue, LocalDate? Told, bool ContactShown, string Particulars, bool HasEmail) : INamesDepartment;

/// <summary>Somebody became the one person who sees it through, or a department has it and nobody there yet.</summary>
/// <param name="Owner">Null when the department gives it to somebody itself.</param>
[Event("request.assigned")]
public sealed record RequestAssigned(string? Owner, string Department) : INamesDepartment;

/// <summary>It reached another step of its procedure.</summary>
[Event("request.step-reached")]
public sealed record RequestStepReached(string From, string To, string Department) : INamesDepartment;

/// <summary>The customer was asked for something more; the clock stands still.</summary>
[Event("request.supplement-asked")]
public sealed record RequestSupplementAsked(int Items) : IEvent;

/// <summary>The customer brought or sent something.</summary>
/// <param name="Complete">Nothing is missing any more; the clock runs.</param>
[Event("request.supplied")]
public sealed record RequestSupplied(Channel Channel, int Documents, bool Complete) : IEvent;

/// <summary>Something that was missing is not needed from this customer after all.</summary>
/// <param name="Item">Id of the document or question in the service's definition.</param>
/// <param name="Complete">Nothing is missing any more.</param>
/// <param name="Note">Salted SHA-256 of the reason, in hexadecimal.</param>
[Event("request.item-waived")]
public sealed record RequestItemWaived(string Item, bool Complete, string Note) : IEvent;

/// <summary>The clock was stopped for another reason than the customer: a permit, force majeure; or started again.</summary>
[Event("request.clock-changed")]
public sealed record RequestClockChanged(string Segment) : IEvent;

/// <summary>The time limit was extended.</summary>
[Event("request.extended")]
public sealed record RequestExtended(int By, LocalDate? RuleDue, LocalDate? NormDue) : IEvent;

/// <summary>The customer was told a date.</summary>
[Event("request.told")]
public sealed record RequestTold(LocalDate? Before, LocalDate Day) : IEvent;

/// <summary>What the customer told us was corrected.</summary>
/// <param name="Fields">Which fields, not what is in them.</param>
[Event("request.corrected")]
public sealed record RequestCorrected(IReadOnlyList<string> Fields, string Particulars) : IEvent;

[Event("request.noted")]
public sealed record RequestNoted(string Note) : IEvent;

/// <summary>It is done, refused or withdrawn.</summary>
/// <param name="InTime">Closed on or before the day told or due; null when no date was known.</param>
/// <param name="WorkingDays">Working days from acceptance to closing during which the clock ran.</param>
/// <param name="AtFirstWindow">The person who took it in also finished it, within the same office day.</param>
[Event("request.closed")]
public sealed record RequestClosed(Outcome Outcome, string Service, Channel Channel, string Department, bool? InTime, decimal WorkingDays, bool HadOwner, bool AtFirstWindow) : INamesDepartment;

/// <summary>A wrong acceptance or closing was reversed; the history is kept.</summary>
[Event("request.reversed")]
public sealed record RequestReversed(RequestStatus From, RequestStatus To) : IEvent;

/// <summary>A slip with the number, the promise and a code to look it up was printed.</summary>
[Event("request.slip-printed")]
public sealed record RequestSlipPrinted(bool WithQr, bool Reprint) : IEvent;

/// <summary>Somebody came to the progress of a request by the QR code on its slip.</summary>
[Event("request.slip-scanned")]
public sealed record RequestSlipScanned(string Request) : IEvent;

/// <summary>The customer of papers that had only been taken in was told that they are accepted now.</summary>
[Event("request.informed")]
public sealed record RequestInformed(EnquiryChannel Channel) : IEvent;

/// <summary>Its customer was served in person at a counter.</summary>
/// <param name="Ticket">The ticket by which they were called, as events name it.</param>
/// <param name="Seconds">That were spent at the counter on this request.</param>
[Event("request.served-at-counter")]
public sealed record RequestServedAtCounter(string Ticket, string Site, int Counter, int Seconds) : IEvent;

/// <summary>Somebody was told how far it has come.</summary>
[Event("request.enquired")]
public sealed record RequestEnquired(string Request, EnquiryChannel Channel, bool SelfService) : IEvent;

/// <summary>How a request ended.</summary>
public enum Outcome { Done, Refused, Withdrawn }

/// <summary>Where a request stands.</summary>
public enum RequestStatus { PreReceived, InProgress, WaitingForCustomer, Closed }
