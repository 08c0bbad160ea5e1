using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Coordinate;
using GridDesk.Requests.Noon;
using GridDesk.Services;

namespace GridDesk.Requests.Handle;

/// <summary>One line of a case's history as the staff read it.</summary>
/// <param name="State">A state of <c>gd-line</c>.</param>
internal sealed record HistoryLine(Phrase What, Instant At, string By, string State, string? Detail = null, Instant? KeyedAt = null);

/// <summary>What happened to a case, in words, newest first.</summary>
internal sealed class StaffHistory(ServiceDefinition service, Units units, IReadOnlyDictionary<Guid, string> names, IReadOnlyList<RequestNote> notes)
{
    public static IEnumerable<Guid> PeopleIn(IEnumerable<Happening> happenings) => happenings.SelectMany(h => new[] { IdIn(h.By), h.Event is RequestAssigned assigned ? IdIn(assigned.Owner) : null }).OfType<Guid>();

    /// <summary>The id of a member of the staff in an actor's key or an owner; null for anybody else.</summary>
    public static Guid? IdIn(string? key) => Guid.TryParse(key?.Split(':')[^1], out var id) && key?.StartsWith("app:", StringComparison.Ordinal) is not true ? id : null;

    public IReadOnlyList<HistoryLine> Of(IReadOnlyList<Happening> happenings) =>
        [.. happenings.Reverse().Select((h, index) => Line(h) with { State = StateOf(h.Event, index == 0) })];

    private HistoryLine Line(Happening h)
    {
        var (what, detail) = Say(h.Event);
        return new(what, h.HappenedAt, h is { Event: RequestAccepted, By: "customer" } ? Languages.Say("系統依本處規則", "the system, by the office’s rule") : By(h.By), "done", detail, h.RecordedAt - h.HappenedAt > Duration.FromMinutes(1) ? h.RecordedAt : null);
    }

    private (Phrase, string?) Say(IEvent happened) => happened switch
    {
        RequestPreReceived e => (new($"先行收件 {e.Slip}，缺 {e.Missing} 項", $"Papers taken in, {e.Slip}; {e.Missing} missing"), null),
        RequestAccepted e => (new($"正式受理，號碼 {e.Number}", $"Accepted, number {e.Number}"), e.Told is { } told ? Languages.Say($"告知 {RocDate.Short(told).Zh}", $"told {RocDate.Short(told).En}") : null),
        RequestAssigned { Owner: null } e => (new($"交給{Department(e.Department)}，由該部門指派", $"Given to {Department(e.Department)}, which gives it to somebody"), null),
        RequestAssigned e => (new($"交給{Person(e.Owner)}", $"Given to {Person(e.Owner)}"), Department(e.Department)),
        RequestStepReached e => (new($"進到「{Step(e.To).Zh}」", $"Now at: {Step(e.To).En}"), Department(e.Department)),
        RequestSupplementAsked e => (new($"請用戶補 {e.Items} 項，時鐘暫停", $"Customer asked for {e.Items} more; the clock stands still"), null),
        RequestSupplied { Complete: true } e => (new("補件收到，已經齊全", "Papers came and are complete"), $"{e.Channel.Name}"),
        RequestSupplied e => (new($"補件收到 {e.Documents} 份，還沒齊", $"{e.Documents} papers came, not complete"), $"{e.Channel.Name}"),
        RequestItemWaived e => (new($"不用補「{Item(e.Item).Zh}」", $"Not needed: {Item(e.Item).En}"), NoteOf(e.Note)),
        RequestClockChanged { Segment: "WaitingForPermit" } => (new("時鐘暫停：等路證或其他機關", "Clock stopped: waiting for a permit"), null),
        RequestClockChanged { Segment: "ForceMajeure" } => (new("時鐘暫停：不可抗力", "Clock stopped: force majeure"), null),
        RequestClockChanged => (new("時鐘繼續走", "The clock runs again"), null),
        RequestExtended e => (new($"期限延長 {e.By}", $"Time limit extended by {e.By}"), null),
        RequestTold e => (new($"告知完成日 {RocDate.Short(e.Day).Zh}", $"Told {RocDate.Short(e.Day).En}"), e.Before is { } before ? Languages.Say($"原告知 {RocDate.Short(before).Zh}", $"before: {RocDate.Short(before).En}") : null),
        RequestCorrected e => (new($"更正{string.Join("、", e.Fields.Select(f => Field(f).Zh))}", $"Corrected: {string.Join(", ", e.Fields.Select(f => Field(f).En))}"), null),
        RequestNoted e => (new("註記", "Note"), NoteOf(e.Note)),
        RequestClosed { Outcome: Outcome.Done } e => (new("辦好結案", "Done and closed"), e.InTime == false ? Languages.Say("晚於告知的日子", "after the day told") : null),
        RequestClosed { Outcome: Outcome.Refused } => (new("不受理", "Refused"), null),
        RequestClosed => (new("用戶撤回", "Withdrawn by the customer"), null),
        RequestReversed { To: RequestStatus.PreReceived, From: not RequestStatus.Closed } => (new("撤銷受理，號碼作廢", "Acceptance reversed, number void"), null),
        RequestReversed => (new("撤銷結案，繼續辦理", "Closing reversed, work goes on"), null),
        RequestServedAtNoon e => (e.TakenInOnly ? new("午休志工先行收件", "Taken in by a volunteer over noon") : new Phrase("午休志工受理", "Accepted by a volunteer over noon"), null),
        RequestTaskAsked e => (new($"請{Unit(e).Zh}協助", $"Asked: {Unit(e).En}"), null),
        RequestInformed e => (new("告訴用戶受理了", "The customer was told of the acceptance"), $"{e.Channel.Name}"),
        RequestServedAtCounter e => (new($"{e.Counter} 號櫃檯當面服務 {Minutes(e)} 分鐘", $"Served at counter {e.Counter} for {Minutes(e)} min"), null),
        RequestSlipPrinted e => (e.Reprint ? new("補印回條", "Slip printed again") : new Phrase("印出回條", "Slip printed"), null),
        _ => (Phrase.Same(happened.GetType().Name), null),
    };

    private static int Minutes(RequestServedAtCounter served) => Math.Max(1, (int)Math.Round(served.Seconds / 60m));

    private static string StateOf(IEvent happened, bool isLast) => happened switch
    {
        RequestClosed or RequestPreReceived when isLast => "done",
        RequestSupplementAsked or RequestClockChanged { Segment: not "Running" } => "wait",
        _ => isLast ? "now" : "done",
    };

    private string By(string key) => key switch
    {
        "customer" => Languages.Say("用戶", "the customer"),
        "office" => Languages.Say("系統", "the system"),
        _ when IdIn(key) is { } id => names.GetValueOrDefault(id) ?? Languages.Say("同仁", "a colleague"),
        _ => Languages.Say("其他程式", "another program"),
    };

    private string Person(string owner) => IdIn(owner) is { } id && names.TryGetValue(id, out var name) ? name : Languages.Say("同仁", "a colleague");

    private string Department(string code) => units.NameOf(code, isAgency: false).ToString();

    private Phrase Unit(RequestTaskAsked asked) => units.NameOf(asked.Unit, asked.IsAgency);

    private Phrase Step(string id) => service.Steps.FirstOrDefault(s => s.Id == id)?.Name ?? Phrase.Same(id);

    private Phrase Item(string id) => service.Documents.FirstOrDefault(d => d.Id == id)?.Name ?? service.Form.FirstOrDefault(q => q.Id == id)?.Label ?? Phrase.Same(id);

    private string? NoteOf(string digest) => notes.FirstOrDefault(n => n.Digest() == digest)?.Text;

    private Phrase Field(string field) => field switch
    {
        "name" => new("姓名", "name"),
        "phone" => new("電話", "telephone"),
        "email" => new("電子郵件", "e-mail"),
        "electricityNumber" => new("電號", "electricity number"),
        "address" => new("用電地址", "address"),
        _ when field.StartsWith("answers.", StringComparison.Ordinal) => Item(field["answers.".Length..]),
        _ => Phrase.Same(field),
    };
}
