using GridDesk.Kernel.Events;
using GridDesk.Requests.Coordinate;
using GridDesk.Requests.Procedures;
using GridDesk.Services;
using GridDesk.Staff;

namespace GridDesk.Requests;

/// <summary>Cases that need another department or an agency, and procedures that were made simpler.</summary>
internal sealed partial class DemoRequests
{
    private static readonly (string Unit, bool IsAgency, TaskForm Form, string Question, string Answer)[] Elsewhere =
    [
        ("billing", false, TaskForm.Answer, "請查這一戶有沒有未繳的電費。", "沒有欠費。"),
        ("planning", false, TaskForm.Answer, "請確認饋線容量夠不夠。", "容量足夠，可以供電。"),
        ("business", false, TaskForm.Meeting, "請一起到現場看引接點。", "已會勘，引接點可行。"),
        ("city-works", true, TaskForm.Letter, "請核發道路挖掘許可。", "已核發，文號嘉市工土字第10800321號。"),
        ("water", true, TaskForm.Meeting, "請會勘自來水管線位置。", "已會勘，管線距離足夠。"),
    ];

    // Of the cases on site that take days, one in four; the answer comes on the way to the end, and the clock of the case runs on.
    private void AskElsewhere(ServiceRequest request, ServiceDefinition service, Colleague owner, Instant end, Instant now)
    {
        var (began, answered) = (clock.Now, office.Working(clock.Now + ((end - clock.Now) * 0.6)));
        if (end - began < Duration.FromDays(3) || service.Group is not ("supply" or "field" or "renewable") || office.Working(end) <= answered || elsewhere.Next(4) > 0)
        {
            return;
        }

        var (unit, isAgency, form, question, answer) = Elsewhere[elsewhere.Next(Elsewhere.Length)];
        if (!isAgency && unit == request.Department)
        {
            return;
        }

        var (task, promise) = CoordinationTask.For(request, 1, unit, isAgency, form, question, 3, ActorOf(owner).Key, began);
        db.Add(task);
        db.Add(promise);
        events.Record(request, request.Coordinate(task.Key, unit, isAgency), ActorOf(owner));
        events.Record(task, task.Ask(promise, office.Calendar, ActorOf(owner).Key), ActorOf(owner));
        if (Reach(answered, now))
        {
            var colleague = isAgency ? owner : office.Someone(unit, elsewhere) ?? owner;
            if (!isAgency)
            {
                events.Record(task, task.GiveTo($"{colleague.Id}", promise), ActorOf(colleague));
            }

            events.Record(task, task.AnswerWith(answer, promise, office.Calendar, ActorOf(colleague).Key, clock.Now), ActorOf(colleague));
        }

        clock.Now = began;
    }

    // Six weeks ago two procedures were made simpler, and the cases say whether it shows.
    private static async Task SimplifyAsync(ProcedureDesk procedures, DemoOffice office, Instant now, CancellationToken cancel)
    {
        var day = office.Calendar.FirstWorkingDayFrom(office.Calendar.Today(now).PlusDays(-42));
        foreach (var (service, part, kind, why) in new[]
        {
            ("XFER", "step:checkPapers", SimplificationKind.StepsMerged, "欠費由系統帶出，受理時就核對，不必另外一步。"),
            ("TEMP", "step:", SimplificationKind.StepShortened, "送電和通知同一天辦理。"),
        })
        {
            if (procedures.PartsOf(service).LastOrDefault(p => !p.IsDocument && p.Value.StartsWith(part, StringComparison.Ordinal)) is { } about)
            {
                await procedures.RecordAsync(service, about.Value, kind, day, why, Actor.Office, cancel);
            }
        }
    }
}
