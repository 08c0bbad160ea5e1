using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;

namespace GridDesk.Requests;

internal sealed partial class ServiceRequest
{
    /// <summary>Ends it: done, refused with a reason, or withdrawn. Papers that were only taken in can be refused or withdrawn, not done.</summary>
    public RequestClosed Close(Outcome outcome, string? reason, Promise? promise, WorkCalendar calendar, string by, Instant now)
    {
        RefuseIfClosed();
        RefuseUnless(outcome != Requests.Outcome.Done || Number is not null, "request.not-accepted",
            $"{Name} 還只是先行收件，不能辦結。請先正式受理。", $"{Name} has only been taken in and cannot be finished. Accept it first.");
        if (outcome == Requests.Outcome.Refused && string.IsNullOrWhiteSpace(reason))
        {
            throw new Refusal("request.reason-required", "請寫不受理的原因，用戶會看到。", "Write why it is refused; the customer will read it.", "reason");
        }

        var inTime = promise?.KeptAt(now, calendar);
        var days = AcceptedAt is { } accepted ? Segments.WorkingDaysTaken(promise?.Segments ?? [], calendar, accepted, now) : 0;
        (Status, Outcome, Reason, ClosedAt) = (RequestStatus.Closed, outcome, reason, now);
        promise?.Close(now);
        return new(outcome, Service, Channel, Department, inTime, days, Owner is not null,
            TakenInBy is not null && TakenInBy == by && calendar.Today(KeyedAt) == calendar.Today(now));
    }

    /// <summary>Reverses a wrong closing; the request goes on where it was, its history kept.</summary>
    public RequestReversed Reopen(string reason, Promise? promise, WorkCalendar calendar, Instant now)
    {
        RefuseUnless(Status == RequestStatus.Closed, "request.not-closed", $"{Name} 沒有結案，不用撤銷。", $"{Name} is not closed, so there is nothing to reverse.");
        RequireReason(reason);
        Status = Number is null ? RequestStatus.PreReceived : Missing.Count > 0 ? RequestStatus.WaitingForCustomer : RequestStatus.InProgress;
        (Outcome, ClosedAt, Reason) = (null, null, reason);
        promise?.Reopen(calendar, now);
        return new(RequestStatus.Closed, Status);
    }

    /// <summary>Reverses a wrong acceptance: the number is void for good, and it waits again as papers taken in.</summary>
    /// <param name="slip">A slip's number for a request that never had one.</param>
    public RequestReversed ReverseAcceptance(CaseNumber? slip, string reason, Promise promise, Instant now)
    {
        RefuseUnlessAccepted();
        RequireReason(reason);
        var from = Status;
        (Slip, Number, AcceptedAt, InformedAt, Step, PromiseId, Status, Reason) = (Slip ?? slip!.Text, null, null, null, null, null, RequestStatus.PreReceived, reason);
        promise.Close(now);
        return new(from, Status);
    }

    private static void RequireReason(string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new Refusal("request.reason-required", "請寫撤銷的原因。", "Write why it is reversed.", "reason");
        }
    }
}
