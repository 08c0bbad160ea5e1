using GridDesk.Kernel.Events;
using GridDesk.Kernel.Indicators;
using GridDesk.Requests.Noon;
using static GridDesk.Requests.Figures.RequestIndicators;

namespace GridDesk.Requests.Figures;

/// <summary>What the noon service of volunteers can prove (plan row 5.2.1.1), with how it was before.</summary>
internal static class NoonIndicators
{
    private static readonly Phrase Cases = new("件", "cases");
    private static readonly Phrase Visitors = new("人次", "visitors");

    public static IReadOnlyList<Indicator> All { get; } =
    [
        new("noon.served", new("午休服務", "Served over noon"), Cases, new("午休時段由志工受理或先行收件的案件。", "Cases that volunteers accepted or took in over noon."), [typeof(RequestServedAtNoon)],
            (all, _) => Figure.Count([.. all.Select(Row)])),
        new("noon.completed", new("午休當場辦結", "Finished over noon"), Cases, new("志工午休受理、同一天由同一位志工辦結的簡易案件。", "Simple cases that a volunteer accepted over noon and finished the same day."), [typeof(RequestServedAtNoon), .. WhatStands.Sources<RequestClosed>()],
            (all, _) => Completed(all)),
        new("noon.taken-in", new("午休先行收件", "Taken in over noon"), Cases, new("志工午休先行收件、下午交服務中心審核的案件。", "Cases whose papers volunteers took in over noon for the service centre to examine."), [typeof(RequestServedAtNoon)],
            (all, _) => Figure.Count([.. all.Where(h => h.Event is RequestServedAtNoon { TakenInOnly: true }).Select(Row)])),
        new("noon.hours-to-acceptance", new("午休收件到正式受理", "From noon to acceptance"), new("小時", "hours"), new("午休先行收件到正式受理的平均時數（日曆時間）。", "Mean hours of calendar time from taking in over noon to formal acceptance."), [typeof(RequestServedAtNoon), .. WhatStands.Sources<RequestAccepted>()],
            (all, _) => Hours(all)) { Aim = Aim.Less },
        new("noon.turned-away", new("午休沒辦成", "Turned away over noon"), Visitors, new("開辦後午休來了卻沒辦成的人次，每天每處以最後登記的數字為準。", "Visitors who could not be helped over noon since the service began; of each day and site the last number counts."), [typeof(NoonTurnedAwayCounted)],
            (all, _) => TurnedAway(all)) { Aim = Aim.Less },
        new("noon.baseline-turned-away", new("開辦前每天沒辦成", "Turned away in a day, before"), Visitors, new("開辦前的統計期間內，每個上班日午休沒辦成的平均人次。", "Mean visitors turned away over noon in a working day, in the stretch counted before the service began."), [typeof(NoonBaselineRecorded)],
            (all, _) => Baseline(all, b => Math.Round((decimal)b.TurnedAway / b.WorkingDays, 1))) { FromTheBeginning = true },
        new("noon.baseline-complaints", new("開辦前的抱怨", "Complaints, before"), Cases, new("開辦前的統計期間內，與午休有關的抱怨件數。", "Complaints about the noon break in the stretch counted before the service began."), [typeof(NoonBaselineRecorded)],
            (all, _) => Baseline(all, b => b.Complaints)) { FromTheBeginning = true },
    ];

    private static Figure Completed(IReadOnlyList<Happening> all)
    {
        var accepted = all.Where(h => h.Event is RequestServedAtNoon { TakenInOnly: false }).Select(h => h.Subject).ToHashSet();
        return Figure.Count([.. all.Standing<RequestClosed>().Where(h => accepted.Contains(h.Subject) && h.Event is RequestClosed { Outcome: Outcome.Done, AtFirstWindow: true }).Select(Row)]);
    }

    private static Figure Hours(IReadOnlyList<Happening> all)
    {
        var taken = all.Where(h => h.Event is RequestServedAtNoon { TakenInOnly: true }).ToDictionary(h => h.Subject, h => h.HappenedAt);
        return Figure.Mean([.. all.Standing<RequestAccepted>().Where(h => taken.ContainsKey(h.Subject)).Select(h => (Row(h), (decimal)Math.Round((h.RecordedAt - taken[h.Subject]).TotalHours, 1)))]);
    }

    private static Figure TurnedAway(IReadOnlyList<Happening> all)
    {
        var last = all.GroupBy(h => h.Subject).Select(day => day.MaxBy(h => h.Version)!);
        return Figure.Sum([.. last.Select(h => (Shown(h), (decimal)((NoonTurnedAwayCounted)h.Event).Visitors))]);
    }

    // The one that was recorded last is the one that stands.
    private static Figure Baseline(IReadOnlyList<Happening> all, Func<NoonBaselineRecorded, decimal> value) =>
        all.MaxBy(h => h.RecordedAt) is { } last ? new(value((NoonBaselineRecorded)last.Event), null, null, [Shown(last)]) : Figure.None;

    private static EvidenceRow Shown(Happening h) => new(h.Subject, h.Event switch
    {
        NoonTurnedAwayCounted counted => new($"{counted.Day:yyyy-MM-dd}：{counted.Visitors} 人", $"{counted.Day:yyyy-MM-dd}: {counted.Visitors}"),
        NoonBaselineRecorded baseline => new($"{baseline.From:yyyy-MM-dd} 到 {baseline.Until:yyyy-MM-dd}", $"{baseline.From:yyyy-MM-dd} to {baseline.Until:yyyy-MM-dd}"),
        _ => Phrase.Same(h.Subject),
    }, h.HappenedAt, "/desk/noon") { Work = h };
}
