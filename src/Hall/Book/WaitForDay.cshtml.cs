using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Hall.Book;

/// <summary>Every time of a day is taken: whoever still wants that day is told when one becomes free.</summary>
[Public]
internal sealed class WaitForDayPage(OfficeDb db, BookingDesk desk, BookingCodes codes, FreeTimes times, ServiceCatalogue services, FieldKinds kinds, PackInForce pack, IClock clock) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public string Service { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "day")]
    public string? DayText { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    public LocalDate Day { get; private set; }

    public Phrase ServiceName { get; private set; } = null!;

    public int OfferMinutes => times.Rules.Offer;

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAgainAsync();
        var (contact, cancel) = (BookingContact.Read(Name, Phone, Email, Languages.Current, kinds), HttpContext.RequestAborted);
        if (contact is not { Email: not null } and not { Phone: ['0', '9', ..] })
        {
            throw new Refusal("booking.no-address", "要通知您，請留手機或電子郵件。", "To tell you we need a mobile number or an e-mail address.", "phone");
        }

        await BookingDoor.CountAsync(db, HttpContext, clock.Now(), cancel);
        var waiting = await desk.WaitForDayAsync(Service, Day, contact, Actor.Customer, cancel);
        return LocalRedirect($"~/book/waits/{waiting.Id}?code={await codes.OfAsync(waiting.Id, cancel)}");
    }

    public Task ShowAgainAsync()
    {
        times.Rules.Of(Service);
        ServiceName = services.Find(Service, pack.Calendar.Today(clock.Now()))?.Name ?? throw new Refusal("not-found", "沒有這一項。", "There is no such service.");
        Day = Slots.ReadDay(DayText) ?? throw new Refusal("not-found", "請先選哪一天。", "Choose the day first.");
        return Task.CompletedTask;
    }
}
