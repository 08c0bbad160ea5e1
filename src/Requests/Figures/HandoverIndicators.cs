using GridDesk.Kernel.Events;
using GridDesk.Kernel.Indicators;
using GridDesk.Requests.Handovers;

namespace GridDesk.Requests.Figures;

/// <summary>What taking cases over from the call centre can prove (plan row 1.1.2.4: how they are handled, and in what time).</summary>
internal static class HandoverIndicators
{
    private static readonly Phrase Cases = new("件", "cases");

    public static IReadOnlyList<Indicator> All { get; } =
    [
        new("handovers.received", new("後送案件", "Hand-overs received"), Cases, new("期間內客服中心後送過來的案件，同一編號只算一次。", "Cases that the call centre passed on in the period; one number counts once."), [typeof(HandoverReceived)],
            (all, _) => Figure.Count([.. all.Select(Row)])),
        new("handovers.completed", new("後送回覆", "Hand-overs answered"), Cases, new("期間內回覆客服中心的後送案件。", "Hand-overs answered in the period."), [typeof(HandoverAnswered)],
            (all, _) => Figure.Count([.. all.Select(Row)])),
        new("handovers.in-time-share", new("後送時限內回覆", "Hand-overs answered in time"), new("%", "%"), new("回覆的後送案件中，在後送本身的時限內回覆的比例。", "Of the hand-overs answered, the share answered within their own limit."), [typeof(HandoverAnswered)],
            (all, _) => Figure.Share([.. all.Where(h => h.Event is HandoverAnswered { InTime: not null }).Select(h => (Row(h), ((HandoverAnswered)h.Event).InTime == true))])) { Aim = Aim.More },
        new("handovers.response-hours-mean", new("後送平均回覆時間", "Mean time to answer a hand-over"), new("工作小時", "working hours"), new("從客服中心受理到本處回覆的平均上班時數。", "Mean office hours from when the call centre took the case to the answer."), [typeof(HandoverAnswered)],
            (all, _) => Figure.Mean([.. all.Select(h => (Row(h), Math.Round(((HandoverAnswered)h.Event).WorkingMinutes / 60m, 2)))])) { Aim = Aim.Less },
        new("handovers.returned", new("後送退回", "Hand-overs returned"), Cases, new("期間內退回客服中心的案件；有收到而沒有退回就是 0。", "Hand-overs returned in the period; 0 when some came and none was returned."), [typeof(HandoverReceived), typeof(HandoverReturned)],
            (all, _) => Figure.CountOrZero([.. all.Select(h => (Row(h), h.Event is HandoverReturned))])) { Aim = Aim.Less },
    ];

    // The number is in one event only; HandoverSight puts it in for those who may see the hand-over.
    private static EvidenceRow Row(Happening h) => new(h.Subject, Phrase.Same(h.Subject[^8..]), h.HappenedAt, $"/desk/handovers/{h.Subject.Split(':')[1]}") { Work = h };
}
