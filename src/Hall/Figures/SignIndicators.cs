using GridDesk.Hall.Signs;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Indicators;

namespace GridDesk.Hall.Figures;

/// <summary>What plan row 1.2.1.2 can prove of the signs of counters, hours and fees: hung, found wrong, and how soon they were right again.</summary>
internal static class SignIndicators
{
    private static readonly Phrase Signs = new("張", "signs");

    public static IReadOnlyList<Indicator> All { get; } =
    [
        new("hall.signs-hung", new("掛上的標示", "Signs hung"), Signs, new("期間內照現況印好、掛上的櫃檯、服務時間和費用標示，每張都是雙語。", "Signs of counters, hours and fees that were printed as it was and hung in the period; each in both languages."), [typeof(SignHung)],
            (all, _) => Figure.Count([.. all.Select(Row)])),
        new("hall.signs-outdated", new("不符現況的標示", "Signs found wrong"), Signs, new("期間內發現和排班、時間或費用不再相符的標示。", "Signs that were found in the period to say no longer what the roster, the hours or the fees are."), [typeof(SignHung), typeof(SignOutdated)],
            (all, _) => Figure.CountOrZero([.. all.Where(h => h.Event is SignHung or SignOutdated { Again: false }).Select(h => (Row(h), h.Event is SignOutdated))])) { Aim = Aim.Less },
        new("hall.sign-days-to-correct", new("標示更正天數", "Days to correct a sign"), new("工作天", "working days"), new("從發現標示不符到掛上新的，平均幾個工作天。", "Mean working days from a sign being found wrong to a new one being hung."), [typeof(SignHung)],
            (all, _) => Figure.Mean([.. all.Where(h => h.Event is SignHung { WorkingDays: not null }).Select(h => (Row(h), (decimal)((SignHung)h.Event).WorkingDays!.Value))])) { Aim = Aim.Less },
    ];

    private static EvidenceRow Row(Happening h) => new(h.Subject, LiveSigns.TitleOf(h.Event is SignHung hung ? hung.Sign : ((SignOutdated)h.Event).Sign), h.HappenedAt, null) { Work = h };
}
