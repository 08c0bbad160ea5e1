using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;

namespace GridDesk.Requests.Tell;

/// <summary>Something that a customer has to be told before they ask; the tracking page says it at once, somebody says it by another channel.</summary>
internal sealed class DueNotice : Subject
{
    public required Guid Id { get; init; }
    public required Guid Request { get; init; }
    public required NoticeReason Reason { get; init; }

    /// <summary>The day to be told; null when there is nothing new but that the work goes on.</summary>
    public LocalDate? Day { get; private set; }

    public required Instant RaisedAt { get; init; }
    public Instant? ToldAt { get; private set; }
    public EnquiryChannel? Channel { get; private set; }

    /// <summary>There is nothing left to tell: the request is closed, or the customer heard of it otherwise.</summary>
    public Instant? LapsedAt { get; private set; }

    public override string Key => $"notice:{Id:N}";

    public static DueNotice Of(Guid request, NoticeReason reason, LocalDate? day, Instant now) =>
        new() { Id = Guid.CreateVersion7(now.ToDateTimeOffset()), Request = request, Reason = reason, Day = day, RaisedAt = now };

    public NoticeRaised Raised() => new(ServiceRequest.KeyOf(Request), Reason, Day);

    /// <summary>The day moved again before the customer was told.</summary>
    public NoticeRaised MoveTo(LocalDate day)
    {
        Day = day;
        return Raised();
    }

    /// <exception cref="Refusal"><c>notice.told</c>, <c>notice.lapsed</c></exception>
    public NoticeTold Tell(EnquiryChannel channel, Instant now)
    {
        if (ToldAt is not null)
        {
            throw new Refusal("notice.told", "這一則已經有人通知過用戶了。", "Somebody has told the customer already.");
        }

        if (LapsedAt is not null)
        {
            throw new Refusal("notice.lapsed", "這一則不用通知了：案件已經結案，或用戶已經知道。", "There is nothing left to tell: the request is closed, or the customer knows.");
        }

        (ToldAt, Channel) = (now, channel);
        return new(Reason, channel);
    }

    /// <summary>The sentence for the customer.</summary>
    /// <param name="step">What is being done now; null when it is not known.</param>
    public Phrase Text(Phrase? step) => (Reason, Day) switch
    {
        (NoticeReason.DayMoved, { } day) => new($"行事曆改了，您的案件改為最晚{RocDate.Show(day).Zh}辦好。", $"The working calendar has changed: your request will be done by {RocDate.Show(day).En} at the latest."),
        (NoticeReason.Undelivered, _) => new("我們寄給您的通知送不到，請告訴我們現在的聯絡方式。", "A message to you could not be delivered; please tell us how to reach you."),
        (NoticeReason.Declined, _) => new("您說過不要收訊息，所以通知都放在查進度的網頁上。", "You asked for no messages, so all that there is to tell you stands on the progress page."),
        _ when step is not null => new($"您的案件還在辦，現在是「{step.Zh}」，您不用做任何事。", $"We are still working on your request; now: “{step.En}”. You do not need to do anything."),
        _ => new("您的案件還在辦，您不用做任何事。", "We are still working on your request. You do not need to do anything."),
    };

    public NoticeLapsed Lapse(Instant now)
    {
        LapsedAt = now;
        return new(Reason);
    }
}
