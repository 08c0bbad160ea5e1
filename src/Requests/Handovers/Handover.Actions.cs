using GridDesk.Customers;
using GridDesk.Customers.Fields;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Intake;
using GridDesk.Staff;
using GridDesk.Ui.Fields;
using Microsoft.AspNetCore.Mvc;

namespace GridDesk.Requests.Handovers;

internal sealed partial class HandoverPage
{
    /// <summary>The version that the page showed.</summary>
    [BindProperty]
    public int? Version { get; set; }

    [BindProperty]
    public Guid? Person { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    /// <summary>Code of the service that it becomes a request of.</summary>
    [BindProperty]
    public string? Service { get; set; }

    public IReadOnlyList<Choice> People { get; private set; } = [];

    public IEnumerable<Choice> Services => services.At(pack.Calendar.Today(clock.Now())).Where(s => s.OpensCase).Select(s => new Choice(s.Code, new($"{s.Code} {s.Name.Zh}", $"{s.Code} {s.Name.En}")));

    /// <summary>Carries out the action whose form was open.</summary>
    [AlsoNeeds(Right.HandleRequests)]
    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAgainAsync();
        var change = new HandoverDesk.Change(Id, Version, staff.Actor);
        switch (Doing)
        {
            case "accept": await desk.AcceptAsync(change, await ChosenAsync(), Cancel); break;
            case "return": await desk.ReturnAsync(change, Reason, Cancel); break;
            case "answer": await desk.AnswerAsync(change, Answer, Cancel); break;
            case "file" when Open is not null: return await BeginAsync();
            default: throw new Refusal("handover.not-now", "現在不能這樣做。這件可能剛被別人改過，請看最新的情形。", "This cannot be done now. Somebody may just have changed it; please look at it as it stands.");
        }

        return RedirectToPage(new { id = Id, @do = (string?)null, done = Doing });
    }

    private async Task<Guid> ChosenAsync()
    {
        var people = await PeopleAsync();
        return Person is { } chosen && people.Any(p => p.Value == $"{chosen}") ? chosen
            : throw new Refusal("handover.handler", "請選由誰接辦。", "Choose who takes it on.", "person");
    }

    // What the call centre wrote down stands on the counter screen already; what is accepted there is linked with this one.
    private async Task<IActionResult> BeginAsync()
    {
        var service = services.Find(Service, pack.Calendar.Today(clock.Now())) is { OpensCase: true } found ? found
            : throw new Refusal("handover.service", "請選要受理成哪一項服務。", "Choose which service it becomes a request of.", "service");
        var form = new CounterForm(await drafts.FindAsync(staff.Id, service.Code, Cancel));
        if (!form.IsEmpty && form["handover"] != Handover.Number)
        {
            throw new Refusal("intake.draft", "這項服務您還有一份沒送出的。請先到「受理」送出或丟掉它。", "You have an unfinished one of this service. Send or discard it under Take in first.", "service");
        }

        await looks.RecordAsync(staff.Id, Handover.Key, "/desk/intake", Handover.Number, Cancel);
        form["handover"] = Handover.Number;
        form["channel"] = $"{Channel.CallCentre}";
        form["applicant.name"] = Handover.Name;
        form["applicant.phone"] = Handover.Phone;
        form["electricityNumber"] = Handover.ElectricityNumber ?? "";
        await drafts.KeepAsync(staff.Id, service.Code, form.Fields, Cancel);
        return LocalRedirect($"~/desk/intake/{service.Code}?begun=true");
    }
}

/// <summary>Something that a member of the staff can do with a hand-over.</summary>
/// <param name="Code">Stands in the address: <c>?do=answer</c>.</param>
internal sealed record HandoverAction(string Code, Phrase Label, string Key, string Kind = "secondary")
{
    public static IReadOnlyList<HandoverAction> For(Handover handover, bool mayFile) =>
    [
        .. handover.State == HandoverState.Received ? [new HandoverAction("accept", new("接辦", "Take on"), "Alt+A", "primary")] : Array.Empty<HandoverAction>(),
        .. handover.State == HandoverState.Accepted ? [new HandoverAction("answer", new("回覆客服中心", "Answer"), "Alt+C", "primary")] : Array.Empty<HandoverAction>(),
        .. handover is { State: HandoverState.Accepted, Request: null } && mayFile ? [new HandoverAction("file", new("受理成申請案件", "Make it a request"), "Alt+U")] : Array.Empty<HandoverAction>(),
        .. handover.IsOpen ? [new HandoverAction("return", new("退回", "Return"), "Alt+X", "warning")] : Array.Empty<HandoverAction>(),
    ];
}
