using GridDesk.Kernel.Events;

namespace GridDesk.Requests.Tell;

/// <summary>Why a customer has to be told something.</summary>
public enum NoticeReason
{
    /// <summary>The calendar changed, and the day that was told cannot be kept.</summary>
    DayMoved,

    /// <summary>Nothing was heard of the request for longer than usual.</summary>
    LongSilence,

    /// <summary>A message about it cannot arrive, so somebody has to say it.</summary>
    Undelivered,

    /// <summary>The customer wants no messages about it, so somebody has to say it.</summary>
    Declined,
}

/// <summary>A customer has to be told something.</summary>
/// <param name="Request">Key of the request.</param>
/// <param name="Day">The new day; null when the work just goes on.</param>
[Event("notice.raised")]
public sealed record NoticeRaised(string Request, NoticeReason Reason, LocalDate? Day) : IEvent;

/// <summary>The customer was told.</summary>
[Event("notice.told")]
public sealed record NoticeTold(NoticeReason Reason, EnquiryChannel Channel) : IEvent;

/// <summary>There was nothing left to tell.</summary>
[Event("notice.lapsed")]
public sealed record NoticeLapsed(NoticeReason Reason) : IEvent;
