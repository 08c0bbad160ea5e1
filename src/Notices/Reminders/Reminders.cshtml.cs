using GridDesk.Customers;
using GridDesk.Customers.Contacts;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Notices.Reminders;

/// <summary>Who would be reminded of a bill today, what became of those who were, and the calls that the call centre makes.</summary>
[Needs(Right.RemindOfBills)]
internal sealed class RemindersPage(OfficeDb db, ReminderDesk desk, ReminderChoice choice, CallList calls, PackInForce pack, CurrentStaff staff, IClock clock) : PageModel, IShowAgain
{
    public const int Shown = 20;

    private const int Days = 30;
    private const int MostPreviewed = 20_000;
    private const int LongestOutcomes = 10 * 1024 * 1024;

    [BindProperty]
    public IFormFile? Outcomes { get; set; }

    /// <summary>How many outcomes were just taken in, or were reminded.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Taken { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Reminded { get; set; }

    public ReminderSettings? Settings => ReminderSettings.Of(pack);

    public IReadOnlyList<Chosen> Preview { get; private set; } = [];

    public IReadOnlyList<ReminderFigures> Runs { get; private set; } = [];

    public int Calls { get; private set; }

    public bool IsDayOff => !pack.Calendar.IsWorkingDay(Today);

    public IReadOnlyList<MessageChannel> Channels { get; } = [MessageChannel.Sms, MessageChannel.Voice, MessageChannel.Email];

    public string PreviewText => $"{Preview.Count:#,0}{(Preview.Count < MostPreviewed ? "" : "+")}";

    public string CallsText => $"{Calls:#,0}";

    public string? Done => Reminded ? Say("提醒排進去了。", "The reminders are on their way.") : Taken is { } count ? Say($"收到 {count:#,0} 通電話的結果。", $"The outcomes of {count:#,0} calls were taken in.") : null;

    private LocalDate Today => pack.Calendar.Today(clock.Now());

    private CancellationToken Cancel => HttpContext.RequestAborted;

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task ShowAgainAsync()
    {
        List<Chosen> preview = [];
        await foreach (var page in choice.OfAsync(Today, Cancel))
        {
            preview.AddRange(page);
            if (preview.Count >= MostPreviewed)
            {
                break;
            }
        }

        Preview = preview;
        Runs = await ReminderFigures.LastAsync(db, Days, Cancel);
        Calls = (await calls.ToMakeAsync(Cancel)).Count;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await desk.RunAsync(staff.Actor, Cancel);
        return LocalRedirect("~/desk/reminders?reminded=true");
    }

    public async Task<IActionResult> OnPostOutcomesAsync()
    {
        if (Outcomes is null || Outcomes.Length > LongestOutcomes)
        {
            throw new Refusal("calls.outcomes", "請選填好結果的名單，CSV，最大 10 MB。", "Choose the list with its outcomes: CSV, up to 10 MB.", "outcomes");
        }

        var bytes = new byte[Outcomes.Length];
        await using var stream = Outcomes.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, Cancel);
        return LocalRedirect($"~/desk/reminders?taken={await calls.TakeBackAsync(bytes, staff.Actor, Cancel)}#calls");
    }

    public static string MaskedOf(ReachableAnswer to) => to.Kind is ContactKind.Email ? Masked.Email(to.Address) : Masked.Phone(to.Address);
}
