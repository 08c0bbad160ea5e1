using GridDesk.Requests.Coordinate;
using GridDesk.Staff;

namespace GridDesk.Requests;

/// <summary>Cases that need another department or an agency.</summary>
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

    // Of the cases that take days, one in eight; the answer comes on the way to the end, and the clock of the case runs on.
    private void AskElsewhere(ServiceRequest request, Colleague owner, Instant end, Instant now)
    {
        var (began, answered) = (clock.Now, office.Working(clock.Now + ((end - clock.Now) * 0.6)));
        if (end - began < Duration.FromDays(3) || office.Working(end) <= answered || elsewhere.Next(8) > 0)
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
}
