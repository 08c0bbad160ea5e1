using GridDesk.Customers;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using GridDesk.Staff.Access;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Notices.Care;

/// <summary>One care call: what the customer asked for (hidden until shown), what is to be done next, and what happened.</summary>
[Needs(Right.SeeRequests)]
internal sealed class CareCallPage(CareDesk desk, CareAccess access, OfficeDb db, EventLog events, StaffDirectory directory, FieldKinds kinds, PackInForce pack, CurrentStaff staff, AccessLog looks, IClock clock) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Which action's form is open.</summary>
    [BindProperty(SupportsGet = true, Name = "do")]
    public string? Doing { get; set; }

    /// <summary>The action that was just done.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>The version that the page showed.</summary>
    [BindProperty]
    public int? Version { get; set; }

    [BindProperty]
    public LocalDate? SentOn { get; set; }

    [BindProperty]
    public CareWay? Way { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public CareOutcome? Outcome { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public CareCall Call { get; private set; } = null!;

    public Promise Duty { get; private set; } = null!;

    public IReadOnlyList<Happening> History { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>The reader pressed 顯示; the look is recorded.</summary>
    public bool IsShown { get; private set; }

    public IReadOnlyList<Choice> Ways { get; } = [.. Enum.GetValues<CareWay>().Select(way => new Choice($"{way}", way.Title))];

    public IReadOnlyList<Choice> Outcomes { get; } = [.. Enum.GetValues<CareOutcome>().Select(outcome => new Choice($"{outcome}", outcome.Title))];

    public bool MayShow => staff.Has(Right.SeePersonalData);

    public IReadOnlyList<CareAction> Actions => staff.Has(Right.FileRequests) ? CareAction.For(Call) : [];

    public CareAction? Open => Actions.FirstOrDefault(a => a.Code == Doing);

    public (string Kind, Phrase Text) Standing => CareWords.Standing(Call, Duty, pack.Calendar, clock.Now());

    public string Materials => string.Join(Say("、", ", "), Call.Materials.Select(m => $"{CareList.Find(pack)?.NameOf(m) ?? Phrase.Same(m)}"));

    /// <summary>Where it goes, masked unless shown.</summary>
    public string Place => Call.Way switch
    {
        CareWay.PickUp => Say("用戶到處裡拿", "the customer comes for it"),
        CareWay.Email => Show(Call.To, Masked.Email),
        CareWay.Fax => Show(Call.To, Masked.Phone),
        _ => Show(Call.To, Masked.Address),
    };

    public Phrase? DoneText => Done switch
    {
        "ask" => new($"登錄好了，編號 {Call.Number}。", $"Entered as {Call.Number}."),
        "send" when Call.CallFrom is { } day => new($"記下了。{RocDate.Short(day).Zh}會提醒打電話問收到了沒有。", $"Recorded. The list says on {RocDate.Short(day).En} that the customer is to be called."),
        null or "" => null,
        _ => new("記下了。", "Recorded."),
    };

    private CancellationToken Cancel => HttpContext.RequestAborted;

    public async Task OnGetAsync()
    {
        await ShowAgainAsync();
        (SentOn, Way) = (pack.Calendar.Today(clock.Now()), Call.Way);
    }

    /// <summary>Shows who it is and where it goes, after recording that somebody looked.</summary>
    [AlsoNeeds(Right.SeePersonalData)]
    public async Task OnPostShowAsync()
    {
        await ShowAgainAsync();
        await looks.RecordAsync(staff.Id, Call.Key, $"/desk/care-calls/{Id}", Call.Number, Cancel);
        IsShown = true;
    }

    /// <summary>Carries out the action whose form was open.</summary>
    [AlsoNeeds(Right.FileRequests)]
    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAgainAsync();
        var change = new CareDesk.Change(Id, Version, staff.Actor);
        switch (Doing)
        {
            case "send": await desk.SendAsync(change, SentOn ?? throw new Refusal("care.sent-on", "請寫哪天寄出。", "Write the day on which it was sent.", "sentOn"), Way ?? throw new Refusal("care.way", "請選怎麼寄。", "Choose how it was sent.", "way"), PlaceGiven(), Cancel); break;
            case "call": await desk.CallAsync(change, Outcome, Cancel); break;
            case "withdraw": await desk.WithdrawAsync(change, Reason, Cancel); break;
            default: throw new Refusal("care.not-now", "現在不能這樣做。請看最新的情形。", "This cannot be done now; please look at it as it stands.");
        }

        return LocalRedirect($"~/desk/care-calls/{Id}?done={Doing}");
    }

    public async Task ShowAgainAsync()
    {
        // A refused change may have altered what is tracked; the page shows what is stored.
        db.ChangeTracker.Clear();
        Call = await desk.GetAsync(Id, Cancel);
        access.Require(Call);
        Duty = await desk.DutyOfAsync(Call, Cancel);
        History = [.. (await events.HistoryAsync(Call.Key, Cancel)).Reverse()];
        Names = await directory.NamesAsync([.. History.Select(h => Actor.StaffIn(h.By)).OfType<Guid>().Distinct()], Cancel);
    }

    public string Show(string value, Func<string, string> mask) => IsShown ? value : mask(value);

    public string NameOf(string by) => Actor.StaffIn(by) is { } id && Names.TryGetValue(id, out var name) ? name : Say("系統", "the system");

    // Left blank it is where the customer said, unless it went another way.
    private string? PlaceGiven() => string.IsNullOrWhiteSpace(To) && Way == Call.Way ? null : CareWish.ReadTo(Way, To, kinds);
}

/// <summary>Something that a member of the staff can do about it.</summary>
/// <param name="Code">Stands in the address: <c>?do=call</c>.</param>
internal sealed record CareAction(string Code, Phrase Label, string Key, string Kind = "secondary")
{
    public static IReadOnlyList<CareAction> For(CareCall call) =>
    [
        .. call.State is CareState.ToSend ? [new CareAction("send", call.Way is CareWay.PickUp ? new("備妥了", "It lies ready") : new("寄出了", "It was sent"), "Alt+A", "primary")] : Array.Empty<CareAction>(),
        .. call.State is CareState.ToCall ? [new CareAction("call", new("打過電話了", "Called the customer"), "Alt+C", "primary")] : Array.Empty<CareAction>(),
        .. call.IsOpen ? [new CareAction("withdraw", new("不用辦了", "Not needed"), "Alt+X", "warning")] : Array.Empty<CareAction>(),
    ];
}
