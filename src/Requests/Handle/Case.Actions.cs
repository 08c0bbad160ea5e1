using GridDesk.Kernel.Time;
using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Promises;
using GridDesk.Requests.Coordinate;
using GridDesk.Requests.Intake;
using GridDesk.Staff;
using GridDesk.Ui.Fields;
using Microsoft.AspNetCore.Mvc;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Requests.Handle;

internal sealed partial class CasePage
{
    public Scans Scans { get; private set; } = Scans.None;

    /// <summary>What was typed into the questions that were still open.</summary>
    public System.Text.Json.Nodes.JsonObject Filled { get; private set; } = [];

    public IEnumerable<Question> OpenQuestions => OpenAnswers.Of(Case, Service.Form);

    public PaperRows MissingPapers => new([.. Case.Missing.Where(m => m.Kind == "document").Select(m => new PaperRow(m.Id, m.Name, m.Hint, true, null, m.Note))], [], Scans.Taken);

    public IEnumerable<Choice> Steps => Service.Steps.Where(s => s.Id != Case.Step).Select(s => new Choice(s.Id, s.Name, Department(s.Department)));

    public IEnumerable<Choice> Askable => Service.Documents.Select(d => new Choice(d.Id, d.Name, d.Hint));

    public IEnumerable<Choice> MissingItems => Case.Missing.Select(m => new Choice(m.Id, m.Name));

    public IEnumerable<Choice> People => Colleagues.Select(p => new Choice($"{p.Id}", Phrase.Same($"{Department(p.Department)}{Say("：", ": ")}{p.Name}")));

    public IEnumerable<Choice> Units =>
    [
        .. DepartmentsNow.Where(d => d.Code != Case.Department).Select(d => new Choice(TaskToAsk.Of(d), d.Name)),
        .. (pack.Office.Agencies ?? []).Select(a => new Choice(TaskToAsk.Of(a), new($"外機關：{a.Name.Zh}", $"Agency: {a.Name.En}"))),
    ];

    public static IEnumerable<Choice> TaskForms => Enum.GetValues<TaskForm>().Select(form => new Choice($"{form}", form.Title));

    public int UsualDays => pack.Office.TaskDays;

    public bool ClockStands => Progress.Promise is { Segments: [.., { IsStop: true }] };

    /// <summary>Carries out the action whose form was open.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (Open is null)
        {
            throw new Refusal("request.not-now", "現在不能這樣做。這件可能剛被別人改過，請看最新的情形。", "This cannot be done now. Somebody may just have changed the case; please look at it as it stands.");
        }

        var change = new RequestDesk.Change(Id, Input.Version, staff.Actor);
        switch (Doing)
        {
            case "accept": await desk.AcceptAsync(change, Cancel); break;
            case "inform": await desk.InformAsync(change, Input.Channel == "phone" ? EnquiryChannel.Phone : EnquiryChannel.Counter, Cancel); break;
            case "assign": await AssignAsync(change); break;
            case "coordinate": await desk.AskUnitAsync(change, new(Input.Unit, Input.Form, Input.Question, Input.Days), Cancel); break;
            case "step": await desk.GoToAsync(change, Input.Step ?? "", Cancel); break;
            case "ask": await desk.AskForAsync(change, Asked(), Cancel); break;
            case "supply": await SupplyAsync(change); break;
            case "fill": await FillAsync(change); break;
            case "waive": await desk.WaiveAsync(change, Input.Item ?? "", Input.Reason, Cancel); break;
            case "clock": await desk.SetClockAsync(change, ClockStands ? SegmentKind.Running : ClockKind(), Input.Reason, Cancel); break;
            case "extend": await desk.ExtendAsync(change, Amount(), Input.Reason ?? "", Cancel); break;
            case "tell": await desk.TellAsync(change, Input.Day ?? throw new Refusal("request.day", "請填告知的日子。", "Enter the day that was told.", "day"), Cancel); break;
            case "complete": await desk.CloseAsync(change, Outcome.Done, null, Cancel); break;
            case "refuse": await desk.CloseAsync(change, Outcome.Refused, Input.Reason, Cancel); break;
            case "withdraw": await desk.CloseAsync(change, Outcome.Withdrawn, Input.Reason, Cancel); break;
            case "reopen": await desk.ReopenAsync(change, Input.Reason ?? "", Cancel); break;
            case "reverse": await desk.ReverseAcceptanceAsync(change, Input.Reason ?? "", Cancel); break;
            case "note": await desk.NoteAsync(change with { Version = null }, Input.Note ?? "", Cancel); break;
            case "answer": await desk.LogEnquiryAsync(Case, Input.Channel == "phone" ? EnquiryChannel.Phone : EnquiryChannel.Counter, selfService: false, staff.Actor, Cancel); break;
            default: throw new Refusal("not-found", "沒有這個動作。", "There is no such action.");
        }

        // Somebody who handed a case away may no longer see it.
        return access.MaySee(await desk.GetAsync(Id, Cancel)) ? RedirectToPage(new { id = Id, done = Doing }) : RedirectToPage("/Work/MyWork", new { done = "assign" });
    }

    private async Task AssignAsync(RequestDesk.Change change)
    {
        var owner = Colleagues.FirstOrDefault(p => $"{p.Id}" == Input.Owner) ?? throw new Refusal("request.owner", "請選一位承辦人。", "Choose who will handle it.", "owner");
        await desk.AssignAsync(change, $"{owner.Id}", owner.Department, Cancel);
    }

    private List<MissingItem> Asked()
    {
        var note = string.IsNullOrWhiteSpace(Input.Note) ? null : Input.Note.Trim();
        if (note is { Length: > 500 })
        {
            throw new Refusal("request.note-long", "給用戶的說明最多 500 字，請縮短。", "The note for the customer can have at most 500 characters; please shorten it.", "note");
        }

        var items = Service.Documents.Where(d => Input.Items.Contains(d.Id)).Select(d => new MissingItem("document", d.Id, d.Name, d.Hint, note)).ToList();
        if (Input.Other?.Trim() is { Length: > 0 and <= 100 } other)
        {
            items.Add(new MissingItem("document", "other", Phrase.Same(other), null, note));
        }

        return items;
    }

    private async Task SupplyAsync(RequestDesk.Change change)
    {
        Scans = await Scans.TakeAsync(Request.Form, files, clock.Now(), Cancel);
        foreach (var wrong in Scans.Wrong)
        {
            ModelState.AddModelError(wrong.Field!, wrong.Reason.ToString());
        }

        var form = CounterForm.Posted(Request.Form);
        List<GivenDocument> given = [.. Scans.Taken.Select(s => new GivenDocument(s.Document, s.Upload)), .. form.Seen.Where(id => Scans.Taken.All(s => s.Document != id)).Select(id => new GivenDocument(id, null))];
        if (Scans.Wrong.Count > 0 || given.Count == 0)
        {
            throw new Refusal("request.nothing-came", "請勾選看過的文件，或選掃描檔。", "Tick the papers that you have seen, or choose a scan.");
        }

        var channel = Enum.TryParse<Channel>(Input.Channel, out var known) && Enum.IsDefined(known) ? known : Channel.Counter;
        await desk.SupplyAsync(change, channel, given, Cancel);
    }

    private async Task FillAsync(RequestDesk.Change change)
    {
        Filled = CounterForm.Posted(Request.Form).Answers;
        await desk.AnswerAsync(change, Filled, cancel: Cancel);
    }

    private SegmentKind ClockKind() => Input.Clock switch
    {
        "permit" => SegmentKind.WaitingForPermit,
        "force" => SegmentKind.ForceMajeure,
        _ => throw new Refusal("request.clock-kind", "請選為什麼暫停。", "Choose why the clock stops.", "clock"),
    };

    private int Amount() => int.TryParse(HalfWidth.Of(Input.Amount ?? "").Trim(), out var amount) && amount is > 0 and <= 400 ? amount
        : throw new Refusal("request.amount", "請填要延長多少，1 到 400 的整數。", "Enter by how much to extend: a whole number from 1 to 400.", "amount");
}
