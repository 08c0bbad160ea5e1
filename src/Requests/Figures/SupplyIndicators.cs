using GridDesk.Kernel.Events;
using GridDesk.Kernel.Indicators;
using GridDesk.Requests.Supply;

namespace GridDesk.Requests.Figures;

/// <summary>What supply schedules can prove of the yearly plan (row 1.1.2.2).</summary>
internal static class SupplyIndicators
{
    private static readonly Phrase Cases = new("件", "cases");
    private static readonly Phrase Times = new("次", "times");

    public static IReadOnlyList<Indicator> All { get; } =
    [
        new("supply.powered-on", new("送電", "Power on"), Cases, new("期間內送電的用電申請。", "Applications that had power in the period."), [typeof(SupplyPoweredOn), typeof(SupplyStageReopened)],
            (all, _) => Figure.Count([.. Standing(all).Select(on => Row(on.Event, on.Row))])),
        new("supply.on-time-share", new("如期供電", "Supplied on time"), new("%", "%"), new("送電的案件中，在預定日（用戶希望的日子較晚時用那一天）以前送電的比例。改期不影響，只有等用戶和時鐘停著的日子會往後算。", "Of the applications with power, the share that had it by the day planned, or the later day that the customer asked for. Planning anew does not count; only waiting for the customer or a stopped clock moves the day."), [typeof(SupplyPoweredOn), typeof(SupplyStageReopened)],
            (all, _) => Figure.Share([.. Standing(all).Select(on => (Row(on.Event, on.Row), on.Event.InTime))])) { Aim = Aim.More },
        new("supply.days-mean", new("受理到送電", "Acceptance to power-on"), new("工作日", "working days"), new("送電的案件從受理到送電的平均工作日，等用戶的日子也算在內。", "Mean working days from acceptance to power-on, waiting for the customer included."), [typeof(SupplyPoweredOn), typeof(SupplyStageReopened)],
            (all, _) => Figure.Mean([.. Standing(all).Select(on => (Row(on.Event, on.Row), (decimal)on.Event.WorkingDays))])) { Aim = Aim.Less },
        new("supply.delays", new("登錄的延誤原因", "Reasons for delay recorded"), Times, new("期間內登錄的延誤，各有原因；明細列出每一次的原因。", "Delays recorded in the period, each with its reason; the rows behind it name the reason."), [typeof(SupplyDelayed)],
            (all, _) => Figure.Count([.. all.Select(Row)])) { Aim = Aim.Less },
    ];

    // Of each application the last, unless it was opened again after that.
    private static IEnumerable<(SupplyPoweredOn Event, Happening Row)> Standing(IReadOnlyList<Happening> all) =>
        all.GroupBy(h => h.Subject).Select(schedule => schedule.MaxBy(h => h.Version)!).Where(h => h.Event is SupplyPoweredOn).Select(h => ((SupplyPoweredOn)h.Event, h));

    // What stands behind it is the case, under the rule of who may see cases.
    private static EvidenceRow Row(SupplyPoweredOn on, Happening h) => new(on.Request, Phrase.Same(on.Service), h.HappenedAt, PathOf(h)) { Work = h };

    private static EvidenceRow Row(Happening h) => new(h.Subject, ((SupplyDelayed)h.Event).Cause.Title, h.HappenedAt, PathOf(h)) { Work = h };

    private static string PathOf(Happening h) => $"/desk/supply/{h.Subject[(h.Subject.IndexOf(':', StringComparison.Ordinal) + 1)..]}";
}
