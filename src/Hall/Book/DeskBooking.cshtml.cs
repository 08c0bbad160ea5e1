using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Staff.Access;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Hall.Book;

/// <summary>One booking at the desk: who comes (hidden until shown), what can be done now, and what happened.</summary>
[Needs(Right.CallTickets)]
internal sealed class DeskBookingPage(BookingDesk desk, BookingCodes codes, FreeTimes times, OfficeDb db, EventLog events, StaffDirectory directory, ServiceCatalogue services, PackInForce pack, CurrentStaff staff, AccessLog looks, IClock clock) : PageModel, IShowAgain
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
    public string? At { get; set; }

    public Booking Booking { get; private set; } = null!;

    public Phrase ServiceName { get; private set; } = null!;

    public string Code { get; private set; } = "";

    public IReadOnlyList<Happening> History { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Times that it can be moved to.</summary>
    public IReadOnlyList<Choice> Free { get; private set; } = [];

    /// <summary>The reader pressed 顯示; the look is recorded.</summary>
    public bool IsShown { get; private set; }

    public bool MayShow => staff.Has(Right.SeePersonalData);

    public bool IsAhead { get; private set; }

    public IReadOnlyList<BookingAction> Actions { get; private set; } = [];

    public DateTimeZone Zone => pack.Calendar.Zone;

    public Phrase PlaceName => times.NameOf(Booking.Place);

    public Phrase? DoneText => Done switch
    {
        "book" => new($"訂好了，編號 {Booking.Number}。請把代碼告訴用戶。", $"Booked as {Booking.Number}. Please tell the visitor the code."),
        "here" => new($"報到了，號碼 {Booking.Ticket}。", $"Checked in with ticket {Booking.Ticket}."),
        null or "" => null,
        _ => new("記下了。", "Recorded."),
    };

    private CancellationToken Cancel => HttpContext.RequestAborted;

    private BookingChange Change => new(Id, staff.Actor, Version);

    public Task OnGetAsync() => ShowAgainAsync();

    /// <summary>Shows who comes, after recording that somebody looked.</summary>
    [AlsoNeeds(Right.SeePersonalData)]
    public async Task OnPostShowAsync()
    {
        await ShowAgainAsync();
        await looks.RecordAsync(staff.Id, Booking.Key, $"/desk/bookings/{Id}", Booking.Number, Cancel);
        IsShown = true;
    }

    public async Task<IActionResult> OnPostCheckInAsync()
    {
        await desk.CheckInAsync(Change, mayBeLate: true, Cancel);
        return Back("here");
    }

    public async Task<IActionResult> OnPostMissAsync()
    {
        await desk.MissAsync(Change, Cancel);
        return Back("miss");
    }

    public async Task<IActionResult> OnPostCancelAsync()
    {
        await desk.CancelAsync(Change, cancel: Cancel);
        return Back("cancel");
    }

    public async Task<IActionResult> OnPostMoveAsync()
    {
        await desk.MoveAsync(Change, Slots.Read(At), BookingWay.Phone, Cancel);
        return Back("move");
    }

    public async Task ShowAgainAsync()
    {
        // A refused change may have altered what is tracked; the page shows what is stored.
        db.ChangeTracker.Clear();
        var now = clock.Now();
        var today = pack.Calendar.Today(now);
        Booking = await desk.GetAsync(Id, Cancel);
        Code = await codes.OfAsync(Id, Cancel);
        IsAhead = Booking.State is BookingState.Booked && Booking.At > now;
        Actions = BookingAction.For(Booking, today, now);
        ServiceName = services.FindOrOldest(Booking.Service, Booking.Day)?.Name ?? Phrase.Same(Booking.Service);
        History = [.. (await events.HistoryAsync(Booking.Key, Cancel)).Reverse()];
        Names = await directory.NamesAsync([.. History.Select(h => Actor.StaffIn(h.By)).OfType<Guid>().Distinct()], Cancel);
        Free = Doing == "move" && IsAhead && times.Rules.Find(Booking.Service) is { } place
            ? [.. (await times.OfAsync(place, today, today.PlusDays(times.Rules.Ahead), Cancel)).Where(t => t.Free > 0).Select(t => new Choice(Slots.Name(t.Local), BookingWords.When(t.Local)))] : [];
    }

    public string Show(string value, Func<string, string> mask) => IsShown ? value : mask(value);

    public LocalDateTime LocalOf(Instant at) => at.InZone(Zone).LocalDateTime;

    public string NameOf(string by) => Actor.StaffIn(by) is { } id && Names.TryGetValue(id, out var name) ? name : by == Actor.Customer.Key ? Say("用戶", "the visitor") : Say("系統", "the system");

    private LocalRedirectResult Back(string done) => LocalRedirect($"~/desk/bookings/{Id}?done={done}");
}

/// <summary>Something that can be done with a booking now.</summary>
/// <param name="Code">Stands in the address: <c>?do=move</c>, or names the handler.</param>
/// <param name="Asks">It has a form of its own, or asks once more.</param>
internal sealed record BookingAction(string Code, Phrase Label, string Key, bool Asks, string Kind = "secondary")
{
    public static IReadOnlyList<BookingAction> For(Booking booking, LocalDate today, Instant now) =>
    [
        .. booking.Day == today && booking.State is (BookingState.Booked or BookingState.Missed) ? [new BookingAction("CheckIn", booking.State is BookingState.Missed ? new("晚到，報到", "Came late: check in") : new("報到", "Check in"), "Alt+A", false, "primary")] : Array.Empty<BookingAction>(),
        .. booking.State is BookingState.Booked && booking.At <= now ? [new BookingAction("Miss", new("沒有來", "Did not come"), "Alt+M", false)] : Array.Empty<BookingAction>(),
        .. booking.State is BookingState.Booked && booking.At > now ? [new BookingAction("move", new("改時間", "Move it"), "Alt+T", true), new BookingAction("cancel", new("取消預約", "Cancel it"), "Alt+X", true)] : Array.Empty<BookingAction>(),
    ];
}
