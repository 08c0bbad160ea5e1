using GridDesk.Kernel.Events;
using GridDesk.Kernel.Indicators;
using GridDesk.Requests.Coordinate;

namespace GridDesk.Requests.Figures;

/// <summary>What co-ordination between units can prove (plan row 2.2.2.1): cases with one person, cases that crossed units, answers in time, days waited.</summary>
internal static class TaskIndicators
{
    private static readonly Phrase Cases = new("件", "cases");

    public static IReadOnlyList<Indicator> All { get; } =
    [
        new("tasks.cases-owned", new("專人全程辦結", "Finished by one person"), Cases, new("辦結案件中，有專人負責的件數。", "Cases finished that had one named owner."), WhatStands.Sources<RequestClosed>(),
            (all, _) => Figure.Count([.. all.Standing<RequestClosed>().Where(h => h.Event is RequestClosed { Outcome: Outcome.Done, HadOwner: true }).Select(RequestIndicators.Row)])),
        new("tasks.cases", new("跨單位案件", "Cases across units"), Cases, new("期間內請其他部門或外機關協助的案件，同一件只算一次。", "Cases for which another department or an agency was asked in the period, each once."), [typeof(RequestTaskAsked)],
            (all, _) => Figure.Count([.. all.GroupBy(h => h.Subject).Select(request => RequestIndicators.Row(request.First()))])),
        new("tasks.answered-in-time-share", new("協調準時答復", "Answered in time"), new("%", "%"), new("期間內答復的協調事項中，在期限當天以前答復的比例。", "Of the tasks answered in the period, the share answered on or before their day."), [typeof(TaskAnswered)],
            (all, _) => Figure.Share([.. all.Select(h => (Row(h), ((TaskAnswered)h.Event).InTime))])) { Aim = Aim.More },
        new("tasks.days-mean", new("等其他單位", "Waiting for other units"), new("個工作日", "working days"), new("期間內答復的協調事項，從請求到答復的平均工作日。", "Mean working days from asking to the answer, of the tasks answered in the period."), [typeof(TaskAnswered)],
            (all, _) => Figure.Mean([.. all.Select(h => (Row(h), (decimal)((TaskAnswered)h.Event).WorkingDays))])) { Aim = Aim.Less },
    ];

    // What stands behind it is the case, under the rule of who may see cases.
    private static EvidenceRow Row(Happening h) => new(((TaskAnswered)h.Event).Request, ((TaskAnswered)h.Event).Form.Title, h.HappenedAt, $"/desk/tasks/{h.Subject[(h.Subject.IndexOf(':', StringComparison.Ordinal) + 1)..]}") { Work = h };
}
