using GridDesk.Kernel.Events;
using GridDesk.Kernel.Indicators;
using GridDesk.Requests.Chasing;

namespace GridDesk.Requests.Figures;

/// <summary>What chasing can prove of the yearly plan (row 1.1.2.1: escalation before and after the limit).</summary>
internal static class ChaseIndicators
{
    public static IReadOnlyList<Indicator> All { get; } =
    [
        new("chase.sent", new("稽催", "Chases"), new("則", "chases"), new("期間內發出的稽催：到期前兩個工作日、到期日、逾期。", "Chases in the period: two working days before, on the day due, and after."), [typeof(ChaseSent)],
            (all, _) => Figure.Count([.. all.Select(h => Row((ChaseSent)h.Event, h))])),
        new("chase.answered-share", new("稽催有回覆", "Chases answered"), new("%", "%"), new("期間內的稽催中，承辦人、督導或首長說明了原因和下一步的比例。", "Of the chases in the period, the share whose cause and next step were given."), [typeof(ChaseSent), typeof(ChaseAnswered)],
            (all, _) => Answered(all)) { Aim = Aim.More },
    ];

    private static Figure Answered(IReadOnlyList<Happening> all)
    {
        var answered = all.Where(h => h.Event is ChaseAnswered).Select(h => h.Subject).ToHashSet();
        return Figure.Share([.. all.Where(h => h.Event is ChaseSent).Select(h => (Row((ChaseSent)h.Event, h), answered.Contains(h.Subject)))]);
    }

    // What stands behind it is the case, under the rule of who may see such cases.
    private static EvidenceRow Row(ChaseSent sent, Happening h) => new(sent.Subject, sent.Rung.Title, h.HappenedAt, "/desk/chase") { Work = h };
}
