using GridDesk.Kernel.Events;
using GridDesk.Requests.Api;
using GridDesk.Services;

namespace GridDesk.Requests;

/// <summary>What of a request's history the customer sees: what happened and when, never who or what was noted.</summary>
internal static class PublicHistory
{
    public static IReadOnlyList<HistoryAnswer> Of(IReadOnlyList<Happening> happenings, ServiceDefinition service) =>
        [.. happenings.Select(h => (h.HappenedAt, What: Say(h.Event, service))).Where(h => h.What is not null).Select(h => new HistoryAnswer(h.HappenedAt, h.What!))];

    private static Phrase? Say(IEvent happened, ServiceDefinition service) => happened switch
    {
        RequestPreReceived => new("收下文件", "Papers taken in"),
        RequestAccepted accepted => new($"正式受理，號碼 {accepted.Number}", $"Accepted, number {accepted.Number}"),
        RequestStepReached step when service.Steps.FirstOrDefault(s => s.Id == step.To) is { } to => to.Name,
        RequestSupplementAsked asked => new($"請您補 {asked.Items} 項", $"We asked you for {asked.Items} more {(asked.Items == 1 ? "item" : "items")}"),
        RequestSupplied { Complete: true } => new("補件收到，已經齊全", "Your papers came and are complete"),
        RequestSupplied => new("收到部分補件", "Some of your papers came"),
        RequestItemWaived => new("有一項不用補了", "One item is no longer needed"),
        RequestClockChanged { Segment: "WaitingForPermit" } => new("等候路證或其他機關", "Waiting for a permit"),
        RequestClockChanged { Segment: "ForceMajeure" } => new("因天災等不可抗力暫停", "Stopped by force majeure"),
        RequestClockChanged => new("繼續辦理", "Work goes on"),
        RequestExtended => new("延長辦理期限", "The time limit was extended"),
        RequestTold told => new($"告訴您的日子改成{Kernel.Time.RocDate.Show(told.Day).Zh}", $"The day you were told is now {Kernel.Time.RocDate.Show(told.Day).En}"),
        RequestClosed { Outcome: Outcome.Done } => new("辦好了", "Done"),
        RequestClosed { Outcome: Outcome.Refused } => new("不受理", "Refused"),
        RequestClosed => new("您撤回申請", "Withdrawn"),
        RequestReversed { To: RequestStatus.PreReceived } => new("受理取消，文件仍在", "Acceptance reversed; we still have your papers"),
        RequestReversed => new("重新辦理", "Reopened"),
        _ => null,
    };
}
