using GridDesk.Hall.Definition;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Hall.Book;

/// <summary>A day, then a time: for a new visit, or for one that is moved.</summary>
[Public]
internal sealed class ChoosePage(OfficeDb db, BookingDesk desk, BookingCodes codes, FreeTimes times, ServiceCatalogue services, PackInForce pack, IClock clock) : PageModel, IShowAgain
{
    /// <summary>Code of the service.</summary>
    [BindProperty(SupportsGet = true)]
    public string Service { get; set; } = "";

    /// <summary>2019-06-21; the first day with a free time when left out.</summary>
    [BindProperty(SupportsGet = true, Name = "day")]
    public string? DayText { get; set; }

    /// <summary>Number of the booking that is moved, with its code.</summary>
    [BindProperty(SupportsGet = true, Name = "booking")]
    public string? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>The form that keeps another time for the same person.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Form { get; set; }

    /// <summary>The time that was pressed.</summary>
    [BindProperty]
    public string? At { get; set; }

    public BookingPlace Place { get; private set; } = null!;

    public Phrase ServiceName { get; private set; } = null!;

    public Phrase SiteName { get; private set; } = null!;

    public Booking? Booking { get; private set; }

    /// <summary>Days that have times, with how many are free.</summary>
    public IReadOnlyList<(LocalDate Day, int Free)> Days { get; private set; } = [];

    public LocalDate Day { get; private set; }

    /// <summary>The times of the chosen day.</summary>
    public IReadOnlyList<FreeTime> Times { get; private set; } = [];

    public Phrase? WhyShut { get; private set; }

    public int HoldMinutes => times.Rules.Hold;

    public string Here => $"~/book/{Service.ToLowerInvariant()}?day={Day:uuuu-MM-dd}{Moving}";

    public string Back => Booking is { } moved ? $"~/book/{Service.ToLowerInvariant()}/{moved.Number}?code={Code}" : $"~/services/{Service.ToLowerInvariant()}";

    private string Moving => Booking is { } moved ? $"&booking={moved.Number}&code={Uri.EscapeDataString(Code ?? "")}" : Form is { } form ? $"&form={form}" : "";

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var cancel = HttpContext.RequestAborted;
        await OpenAsync(cancel);
        await BookingDoor.CountAsync(db, HttpContext, clock.Now(), cancel);
        var at = Slots.Read(At);
        if (Booking is { } moved)
        {
            await desk.MoveAsync(new(moved.Id, Actor.Customer), at, BookingWay.Online, cancel);
            return LocalRedirect($"{Back}&done=move");
        }

        var form = await desk.HoldAsync(Service, at, Form, cancel);
        return LocalRedirect($"~/book/{Service.ToLowerInvariant()}/details/{form}?at={Slots.Name(at)}");
    }

    public async Task ShowAgainAsync()
    {
        var (cancel, today) = (HttpContext.RequestAborted, pack.Calendar.Today(clock.Now()));
        await OpenAsync(cancel);
        var all = await times.OfAsync(Place, today, today.PlusDays(times.Rules.Ahead), cancel);
        Days = [.. all.GroupBy(t => t.Time.Day).Select(d => (d.Key, d.Count(t => t.Free > 0)))];
        Day = Slots.ReadDay(DayText) ?? Days.Where(d => d.Free > 0).Select(d => d.Day).Concat(Days.Select(d => d.Day)).FirstOrDefault(today);
        Times = [.. all.Where(t => t.Time.Day == Day)];
        WhyShut = Times.Count == 0 && pack.Calendar.Knows(Day) ? pack.Calendar.WhyOff(Day, Place.Site) : null;
    }

    public string DayHref(LocalDate day) => $"?day={day:uuuu-MM-dd}{Moving}";

    public LocalDateTime LocalOf(Instant at) => at.InZone(pack.Calendar.Zone).LocalDateTime;

    private async Task OpenAsync(CancellationToken cancel)
    {
        Place = times.Rules.Find(Service) ?? throw new Refusal("not-found", "這一項不能預約，請直接來抽號碼，或上網申請。", "This cannot be booked: please come and take a ticket, or apply online.");
        ServiceName = services.Find(Service, pack.Calendar.Today(clock.Now()))?.Name ?? throw new Refusal("not-found", "沒有這一項。", "There is no such service.");
        SiteName = pack.Sites.Sites.First(s => s.Code == Place.Site).Name;
        Booking = Number is null ? null : await codes.OpenAsync(Number, Code, cancel);
    }
}
