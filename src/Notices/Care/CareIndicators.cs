using GridDesk.Kernel.Events;
using GridDesk.Kernel.Indicators;

namespace GridDesk.Notices.Care;

/// <summary>What plan row 1.2.3.3 can prove: material asked for by telephone, calls made, what arrived, what was sent again.</summary>
internal static class CareIndicators
{
    private static readonly Phrase Times = new("件", "entries");
    private static readonly Phrase PerCent = new("%", "%");

    public static IReadOnlyList<Indicator> All { get; } =
    [
        new("care.asked", new("來電索取資料", "Material asked for by telephone"), Times, new("期間內來電索取資料的件數，不用辦的不算。", "Times that material was asked for by telephone in the period, without what was withdrawn."), [typeof(CareAsked), typeof(CareWithdrawn)],
            (all, _) => Figure.Count([.. Asked(all).Select(Row)])),
        new("care.called-share", new("已去電關懷", "Called back"), PerCent, new("期間內索取的件數中，期間內已去電（含沒人接）的比例；才剛寄出的也算在內。", "Of what was asked for in the period, the share for which the office called in it, answered or not; what was only just sent counts too."), [typeof(CareAsked), typeof(CareCalled), typeof(CareWithdrawn)],
            (all, _) => Share(all, _ => true)) { Aim = Aim.More },
        new("care.received-share", new("去電確認收到", "Confirmed as received"), PerCent, new("期間內索取的件數中，去電確認收到的比例。", "Of what was asked for in the period, the share that the customer said on the telephone had arrived."), [typeof(CareAsked), typeof(CareCalled), typeof(CareWithdrawn)],
            (all, _) => Share(all, e => e.Outcome is CareOutcome.Received)) { Aim = Aim.More },
        new("care.sent-again", new("補寄", "Sent again"), Times, new("期間內因為沒收到而再寄的次數。", "Times that material was sent again in the period because it had not arrived."), [typeof(CareSent)],
            (all, _) => Figure.Count([.. all.Where(h => h.Event is CareSent { Sending: > 1 }).Select(Row)])) { Aim = Aim.Less },
    ];

    private static Figure Share(IReadOnlyList<Happening> all, Func<CareCalled, bool> holds)
    {
        var those = all.Where(h => h.Event is CareCalled e && holds(e)).Select(h => h.Subject).ToHashSet();
        return Figure.Share([.. Asked(all).Select(h => (Row(h), those.Contains(h.Subject)))]);
    }

    private static IEnumerable<Happening> Asked(IReadOnlyList<Happening> all)
    {
        var withdrawn = all.Where(h => h.Event is CareWithdrawn).Select(h => h.Subject).ToHashSet();
        return all.Where(h => h.Event is CareAsked && !withdrawn.Contains(h.Subject));
    }

    private static EvidenceRow Row(Happening h) => new(h.Subject, h.Event is CareAsked e ? Phrase.Same(e.Number) : new("補寄", "Sent again"), h.HappenedAt, $"/desk/care-calls/{h.Subject.Split(':')[1]}") { Work = h };
}
