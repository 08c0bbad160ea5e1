using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;

namespace GridDesk.Requests;

internal sealed partial class ServiceRequest
{
    /// <summary>Takes papers in (先行收件): something is missing, so there is a slip, no number and no clock.</summary>
    public RequestPreReceived PreReceive() =>
        new(Slip!, Service, Definition, Channel, Site, Department, ReceivedAt, Missing.Count, Particulars.Digest());

    /// <summary>
    /// Accepts it formally (正式受理): it gets its number and its clock starts. For papers that were complete at once the clock runs
    /// from receipt; for papers that were taken in before, from the moment that the office found them complete.
    /// </summary>
    /// <param name="promise">Not yet started; a new one for this request.</param>
    /// <param name="contactShown">The customer is shown which department handles it and its telephone number.</param>
    public RequestAccepted Accept(CaseNumber number, string firstStep, Promise promise, WorkCalendar calendar, bool contactShown, string by, Instant now)
    {
        RefuseIfClosed();
        RefuseUnless(Number is null, "request.accepted-before", $"{Name} 已經正式受理過了。", $"{Name} has been accepted before.");
        RefuseUnless(Missing.Count == 0, "request.incomplete",
            "還缺文件或答案，不能正式受理。請先收齊，或把不需要的項目劃掉並寫原因。",
            "Papers or answers are still missing, so it cannot be accepted. Take them in first, or waive what is not needed with a reason.");

        Number = number.Text;
        AcceptedAt = now;
        Status = RequestStatus.InProgress;
        Step = firstStep;
        (PromiseId, promise.Name) = (promise.Id, Number);
        var told = promise.Start(calendar, by, now);
        return new(Number, Service, Definition, Channel, Site, Department, promise.ReceivedAt,
            Slip is not null, calendar.Edition, promise.RuleDue, promise.NormDue, told, contactShown, Particulars.Digest(), Particulars.Email is not null);
    }

    /// <summary>The customer, who had gone home with a slip, was told the number and the day.</summary>
    public RequestInformed Inform(EnquiryChannel channel, Instant now)
    {
        RefuseUnlessAccepted();
        RefuseUnless(Slip is not null, "request.informed-at-once", $"{Name} 收件時就受理了，用戶當場就知道號碼。", $"{Name} was accepted at once, so the customer knows the number.");
        RefuseUnless(InformedAt is null, "request.informed-before", $"已經告訴過用戶 {Name} 受理了。", $"The customer has been told before that {Name} is accepted.");
        InformedAt = now;
        return new(channel);
    }

    /// <summary>Something that was missing has come in, from the customer or over the counter.</summary>
    public RequestSupplied Supply(Channel channel, IReadOnlyList<RequestDocument> documents, IReadOnlyList<MissingItem> stillMissing, Promise? promise, WorkCalendar calendar, string by, Instant now)
    {
        RefuseIfClosed();
        Documents.AddRange(documents);
        Missing = [.. stillMissing];
        if (Missing.Count == 0 && Status == RequestStatus.WaitingForCustomer)
        {
            Status = RequestStatus.InProgress;
            promise!.Resume(calendar, by, now);
        }

        return new(channel, documents.Count, Missing.Count == 0);
    }

    /// <summary>Strikes out something that is not needed from this customer after all.</summary>
    /// <param name="note">Digest of the reason, which is a private note.</param>
    public RequestItemWaived Waive(string item, string note, Promise? promise, WorkCalendar calendar, string by, Instant now)
    {
        RefuseUnless(Missing.Any(m => m.Id == item), "request.not-missing", "這一項並不缺。", "This item is not missing.");
        Supply(Channel.Counter, [], [.. Missing.Where(m => m.Id != item)], promise, calendar, by, now);
        return new(item, Missing.Count == 0, note);
    }
}
