using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Coordinate;

namespace GridDesk.Requests;

internal sealed partial class ServiceRequest
{
    /// <summary>Gives it to one person, who sees it through from here, or to a department, which gives it to somebody itself.</summary>
    public RequestAssigned AssignTo(string? owner, string department, Promise? promise)
    {
        RefuseIfClosed();
        Owner = owner;
        Department = department;
        if (promise is not null)
        {
            (promise.Owner, promise.Department) = (owner, department);
        }

        return new(owner, department);
    }

    /// <summary>Goes to another step of the procedure; steps may be gone back to, never to the same one.</summary>
    public RequestStepReached GoTo(string step, string department, Promise promise)
    {
        RefuseUnlessAccepted();
        RefuseUnless(Step != step, "request.same-step", "已經在這一步了，請選另一步。", "It is at this step already; choose another.", "step");
        var reached = new RequestStepReached(Step!, step, department);
        (Step, Department, promise.Department) = (step, department, department);
        return reached;
    }

    /// <summary>Asks the customer for something more (補件): the clock stands still until it comes.</summary>
    public RequestSupplementAsked AskFor(IReadOnlyList<MissingItem> items, Promise promise, WorkCalendar calendar, string by, Instant now)
    {
        RefuseUnlessAccepted();
        RefuseUnless(items.Count > 0, "request.nothing-asked", "請至少選一項要請用戶補的文件。", "Choose at least one thing that the customer should bring.", "items");
        RefuseUnless(Status == RequestStatus.InProgress, "request.waiting-already",
            "已經在等用戶補件了。要加項目請先記下已收到的。", "We are already waiting for the customer. Record what has come before asking for more.");
        Missing = [.. items];
        Status = RequestStatus.WaitingForCustomer;
        promise.Stop(SegmentKind.WaitingForCustomer, new Phrase("等您補件", "waiting for your papers"), calendar, by, now);
        return new(items.Count);
    }

    /// <summary>Asks another department or an agency for what the case needs; whoever has the case keeps it, and its clock runs on.</summary>
    public RequestTaskAsked Coordinate(string task, string unit, bool isAgency)
    {
        RefuseUnlessAccepted();
        RefuseUnless(isAgency || unit != Department, "task.own", "這件就是這個部門在辦，請選別的部門或機關。", "This very department handles the case; choose another, or an agency.", "unit");
        return new(task, unit, isAgency);
    }

    /// <summary>Stops the clock for a permit or force majeure, or starts it again.</summary>
    public RequestClockChanged SetClock(SegmentKind kind, Phrase? cause, Promise promise, WorkCalendar calendar, string by, Instant now)
    {
        RefuseUnlessAccepted();
        RefuseUnless(kind != SegmentKind.WaitingForCustomer && Status == RequestStatus.InProgress, "request.clock-customer",
            "等用戶補件的時鐘要用「請用戶補件」和「收到補件」來停和走。", "Ask the customer for papers, or record that they came, to stop or start this clock.");
        RefuseUnless(promise.Segments[^1].Kind != kind, "request.clock-same", "時鐘已經是這個狀態。", "The clock is in this state already.");
        promise.Stop(kind, cause, calendar, by, now);
        return new(kind.ToString());
    }

    public RequestExtended Extend(int amount, Phrase reason, Promise promise, WorkCalendar calendar, string by, Instant now)
    {
        RefuseUnlessAccepted();
        promise.Extend(amount, reason, calendar, by, now);
        return new(amount, promise.RuleDue, promise.NormDue);
    }

    /// <summary>The customer was told a date; it is a fact of its own, whatever the rule says.</summary>
    public RequestTold Tell(LocalDate day, Promise promise, WorkCalendar calendar, Instant now)
    {
        RefuseUnlessAccepted();
        RefuseUnless(day >= calendar.Today(now), "request.told-past", "告知的日子不能早於今天。", "The day you tell cannot be before today.", "day");
        var told = new RequestTold(promise.Told, day);
        promise.Tell(day, calendar, now);
        return told;
    }

    /// <summary>Corrects what the customer told us. The digest in the event stands for the new text.</summary>
    public RequestCorrected Correct(IReadOnlyList<string> fields)
    {
        RefuseIfClosed();
        return new(fields, Particulars.Digest());
    }

    public RequestSlipPrinted PrintSlip(bool withQr, bool reprint)
    {
        SlipPrints++;
        return new(withQr, reprint);
    }
}
