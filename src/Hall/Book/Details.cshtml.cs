using GridDesk.Hall.Definition;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Hall.Book;

/// <summary>Who comes, while the time is kept; when it was lost, another time in the same form, so that nothing typed is.</summary>
[Public]
internal sealed class DetailsPage(OfficeDb db, EventLog events, BookingDesk desk, BookingCodes codes, FreeTimes times, ServiceCatalogue services, FieldKinds kinds, PackInForce pack, IClock clock) : PageModel, IShowAgain
{
    private const int MostOthers = 8;

    private static readonly Duration JustMade = Duration.FromMinutes(10);

    [BindProperty(SupportsGet = true)]
    public string Service { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Form { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? At { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    public BookingPlace Place { get; private set; } = null!;

    public Phrase ServiceName { get; private set; } = null!;

    public Phrase SiteName { get; private set; } = null!;

    public LocalDateTime Time { get; private set; }

    /// <summary>On the office's clock; null when it is kept no more.</summary>
    public LocalDateTime? KeptUntil { get; private set; }

    /// <summary>The next free times, when the chosen one is somebody else's.</summary>
    public IReadOnlyList<Choice> Others { get; private set; } = [];

    private CancellationToken Cancel => HttpContext.RequestAborted;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await db.Bookings.AsNoTracking().SingleOrDefaultAsync(b => b.Id == Form, Cancel) is { } made)
        {
            return await ToAsync(made, null);
        }

        await ShowAgainAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        List<Refusal> wrong = [];
        var at = Refusals.Tried(wrong, () => Slots.Read(At));
        var contact = Refusals.Tried(wrong, () => BookingContact.Read(Name, Phone, Email, Languages.Current, kinds));
        Refusals.ThrowIfAny(wrong);
        await BookingDoor.CountAsync(db, HttpContext, clock.Now(), Cancel);
        return await ToAsync(await desk.BookAsync(Form, Service, at, contact!, BookingWay.Online, Actor.Customer, Cancel), "book");
    }

    public async Task ShowAgainAsync()
    {
        var now = clock.Now();
        var today = pack.Calendar.Today(now);
        Place = times.Rules.Of(Service);
        ServiceName = services.Find(Service, today)?.Name ?? throw new Refusal("not-found", "沒有這一項。", "There is no such service.");
        SiteName = pack.Sites.Sites.First(s => s.Code == Place.Site).Name;
        Time = ReadAt();
        var kept = await db.TakenSlots.AsNoTracking().SingleOrDefaultAsync(s => s.Holder == Form && s.Use == SlotUse.Form, Cancel);
        var isKept = kept is not null && kept.At == Time.InZoneLeniently(pack.Calendar.Zone).ToInstant();
        KeptUntil = isKept && kept!.KeptUntil >= now ? kept.KeptUntil!.Value.InZone(pack.Calendar.Zone).LocalDateTime : null;
        var free = (await times.OfAsync(Place, today, today.PlusDays(times.Rules.Ahead), Cancel)).Where(t => t.Free > 0).ToList();
        Others = isKept || free.Any(t => t.Local == Time) ? [] : [.. free.OrderBy(t => Math.Abs((t.Time.At - Time.InZoneLeniently(pack.Calendar.Zone).ToInstant()).TotalMinutes)).Take(MostOthers).OrderBy(t => t.Local).Select(t => new Choice(Slots.Name(t.Local), BookingWords.When(t.Local)))];
    }

    // What was asked for first is in the address when what was posted cannot be read.
    private LocalDateTime ReadAt()
    {
        try
        {
            return Slots.Read(At);
        }
        catch (Refusal)
        {
            return Slots.Read(HttpContext.Request.Query["at"]);
        }
    }

    // The id stands in addresses and events of the office too: it opens the booking to whoever has just sent the form, and later to nobody.
    private async Task<IActionResult> ToAsync(Booking booking, string? done)
    {
        if (clock.Now() - (await events.HistoryAsync(booking.Key, Cancel))[0].RecordedAt > JustMade)
        {
            throw new Refusal("booking.sent", "這份表單先前已經送出、預約好了。要看或改預約，請用預約號碼和代碼查。", "This form was sent before, and the visit is booked. To see or move it, please look it up by its number and code.");
        }

        return LocalRedirect($"~/book/{booking.Service.ToLowerInvariant()}/{booking.Number}?code={await codes.OfAsync(booking.Id, Cancel)}{(done is null ? "" : $"&done={done}")}");
    }
}
