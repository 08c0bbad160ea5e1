using GridDesk.Kernel.Events;
using GridDesk.Kernel.Indicators;
using GridDesk.Requests.Procedures;

namespace GridDesk.Requests.Figures;

/// <summary>What the log of simplified procedures can prove (plan row 2.1.2.2).</summary>
internal static class ProcedureIndicators
{
    public static IReadOnlyList<Indicator> All { get; } =
    [
        new("procedures.simplified", new("簡化的程序", "Procedures made simpler"), new("項", "entries"), new("實施日在期間內的簡化：刪除、合併、縮短步驟，或免附文件；撤回的不算。", "Steps removed, merged or shortened and papers abolished from a day in the period on, without what was withdrawn."), [typeof(ProcedureSimplified), typeof(ProcedureWithdrawn)],
            (all, _) => Figure.Count([.. Standing(all).Select(h => Row(h, Named((ProcedureSimplified)h.Event)))])) { Aim = Aim.More },
        new("procedures.days-saved", new("每件少幾天", "Days saved on a case"), new("個工作日", "working days"), new($"比較實施前 {Simplification.Window} 天結案和實施後 {Simplification.Window} 天內受理的案件（收件到結案的工作日，不含暫停），差距的中位數（Hodges–Lehmann），各簡化平均；每邊不到 {Comparison.CasesAtLeast} 件的不算。",
                $"Cases closed in the {Simplification.Window} days before are compared with those accepted in the {Simplification.Window} days since (working days from receipt to closing, without stops): the middle of all differences (Hodges–Lehmann), as a mean of the entries; with fewer than {Comparison.CasesAtLeast} on a side nothing is counted."),
            [typeof(ProcedureSimplified), typeof(ProcedureMeasured), typeof(ProcedureWithdrawn)],
            (all, period) => Saved(all, period)) { FromTheBeginning = true, Aim = Aim.More },
    ];

    private static IEnumerable<Happening> Standing(IReadOnlyList<Happening> all)
    {
        var withdrawn = all.Where(h => h.Event is ProcedureWithdrawn).Select(h => h.Subject).ToHashSet();
        return all.Where(h => h.Event is ProcedureSimplified && !withdrawn.Contains(h.Subject));
    }

    // Those whose cases were still coming in when the period began, each as it was measured last by its end.
    private static Figure Saved(IReadOnlyList<Happening> all, NodaTime.Interval period)
    {
        var since = period.Start - Duration.FromDays(Simplification.Window);
        var recent = Standing(all).Where(h => h.HappenedAt > since).Select(h => h.Subject).ToHashSet();
        return Figure.Mean([.. all.Where(h => h.Event is ProcedureMeasured && recent.Contains(h.Subject)).GroupBy(h => h.Subject).Select(entry => entry.MaxBy(h => h.Version)!)
            .Where(h => h.Event is ProcedureMeasured { Days: not null }).Select(h => (Row(h, Told((ProcedureMeasured)h.Event)), -((ProcedureMeasured)h.Event).Days!.Value))]);
    }

    private static Phrase Named(ProcedureSimplified e) => new($"{e.Service} {e.Kind.Title.Zh}，{e.From:yyyy-MM-dd}起", $"{e.Service}: {e.Kind.Title.En.ToLowerInvariant()}, from {e.From:yyyy-MM-dd}");

    private static Phrase Told(ProcedureMeasured e) => new(
        $"{e.Service}：{e.MedianBefore:0.#} → {e.MedianAfter:0.#} 個工作日（{e.Before} 件、{e.After} 件；差 {e.Days:+0.#;-0.#;0}，90% 區間 {e.Low:+0.#;-0.#;0} 到 {e.High:+0.#;-0.#;0}）",
        $"{e.Service}: {e.MedianBefore:0.#} → {e.MedianAfter:0.#} working days ({e.Before} and {e.After} cases; difference {e.Days:+0.#;-0.#;0}, 90% interval {e.Low:+0.#;-0.#;0} to {e.High:+0.#;-0.#;0})");

    private static EvidenceRow Row(Happening h, Phrase label) => new(h.Subject, label, h.HappenedAt, $"/desk/procedures/{h.Subject[(h.Subject.IndexOf(':', StringComparison.Ordinal) + 1)..]}") { Work = h };
}
