using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Services;

namespace GridDesk.Requests;

/// <summary>How far a request has come, as everybody who may ask is told it: customer, counter, telephone and API alike.</summary>
/// <param name="Sentence">When, who, what next, in one sentence.</param>
/// <param name="ToBeConfirmed">The date rests on a norm that the office has not confirmed yet.</param>
internal sealed record Progress(
    ServiceRequest Request, ServiceDefinition Service, Promise? Promise, ServiceStep? Step, Department? Department, string Phone,
    DueDate? Due, bool ToBeConfirmed, Phrase Sentence)
{
    public static Progress Of(ServiceRequest request, ServiceDefinition service, Promise? promise, PackInForce pack, Instant now)
    {
        var department = pack.Departments.Find(request.Department);
        var phone = department is null ? pack.Office.Phone : pack.Departments.PhoneOf(department);
        var due = promise?.Binding(pack.Calendar, now);
        var toBeConfirmed = promise is { NormDue: not null, Policy.NormGrade: Grade.C };
        var step = service.Steps.FirstOrDefault(s => s.Id == request.Step);
        return new Progress(request, service, promise, step, department, phone, due, toBeConfirmed,
            Say(request, promise, step, department?.Name ?? pack.Office.Name, pack.Calendar, now));
    }

    private static Phrase Say(ServiceRequest request, Promise? promise, ServiceStep? step, Phrase who, WorkCalendar calendar, Instant now) => request switch
    {
        { Status: RequestStatus.PreReceived } when request.Missing.Count > 0 => new(
            $"您的文件我們先收下了，還缺{Listed(request, zh: true)}；補齊後{who.Zh}就正式受理，給您受理號碼。",
            $"We have your papers. Still missing: {Listed(request, zh: false)}. Once we have them, the {who.En} will accept your request and give you a number."),
        { Status: RequestStatus.PreReceived } => new(
            $"您的文件齊了，{who.Zh}審核後就正式受理，您現在不用做任何事。",
            $"Your papers are complete; the {who.En} will examine and accept them. You do not need to do anything now."),
        { Status: RequestStatus.WaitingForCustomer } => new(
            $"請您補{Listed(request, zh: true)}；收到後{who.Zh}繼續辦，這段時間不算在期限內。",
            $"Please send us: {Listed(request, zh: false)}. The {who.En} will go on when we have it; until then our clock stands still."),
        { Outcome: Requests.Outcome.Done } => new(
            $"已經辦好了，{Day(calendar.Today(request.ClosedAt!.Value)).Zh}結案。有問題請找{who.Zh}。",
            $"It is done; we closed it on {Day(calendar.Today(request.ClosedAt!.Value)).En}. If anything is wrong, ask the {who.En}."),
        { Outcome: Requests.Outcome.Refused } => new($"我們不能受理：{request.Reason}", $"We cannot accept it: {request.Reason}"),
        { Outcome: Requests.Outcome.Withdrawn } => new("這件申請已經撤回，不再辦理。", "This request was withdrawn and is no longer being handled."),
        _ => Running(promise!, step, who, calendar, now),
    };

    private static Phrase Running(Promise promise, ServiceStep? step, Phrase who, WorkCalendar calendar, Instant now)
    {
        var what = step?.Name ?? new Phrase("辦理", "Being handled");
        if (promise.Stopped)
        {
            return new($"{who.Zh}在等路證或其他機關，時鐘先停；恢復後會告訴您新的日子。現在是「{what.Zh}」。",
                $"The {who.En} is waiting for a permit or another agency, so our clock stands still; we will tell you the new date. Now: “{what.En}”.");
        }

        return promise.Told is not { } told
            ? new($"{who.Zh}正在辦「{what.Zh}」；這項服務還沒有公布的期限。", $"The {who.En} is working on it (“{what.En}”); no time limit has been published for this service.")
            : calendar.Today(now) <= told
                ? new($"最晚{Day(told).Zh}辦好，由{who.Zh}辦理，現在是「{what.Zh}」，您不用做任何事。", $"Done by {Day(told).En} at the latest, by the {who.En}; now: “{what.En}”. You do not need to do anything.")
                : new($"我們沒趕上{Day(told).Zh}，對不起。{who.Zh}還在辦「{what.Zh}」，請打電話給我們問新的日子。", $"We missed {Day(told).En}, and we are sorry. The {who.En} is still working on it (“{what.En}”); please call us for the new date.");
    }

    private static Phrase Day(LocalDate date) => RocDate.Show(date);

    private static string Listed(ServiceRequest request, bool zh)
    {
        var names = request.Missing.Select(m => zh ? m.Name.Zh : m.Name.En).ToList();
        return zh
            ? string.Join("、", names.Take(3)) + (names.Count > 3 ? $"等 {names.Count} 項" : "")
            : string.Join("; ", names.Take(3)) + (names.Count > 3 ? $" and {names.Count - 3} more" : "");
    }
}
