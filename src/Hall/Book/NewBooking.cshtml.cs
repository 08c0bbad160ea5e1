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

/// <summary>Books for somebody who is on the telephone.</summary>
[Needs(Right.CallTickets)]
internal sealed class NewBookingPage(BookingDesk desk, FreeTimes times, ServiceCatalogue services, FieldKinds kinds, PackInForce pack, CurrentStaff staff, IClock clock) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public string? Service { get; set; }

    /// <summary>2019-06-21: the times from that day on.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Day { get; set; }

    /// <summary>Chosen when the form was opened, so that pressing twice books once.</summary>
    [BindProperty]
    public Guid? Form { get; set; }

    [BindProperty]
    public string? At { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    /// <summary>In which they are written to.</summary>
    [BindProperty]
    public Language Speaks { get; set; }

    public static IReadOnlyList<Choice> Languages { get; } = [new($"{Language.Chinese}", new("中文", "Chinese")), new($"{Language.English}", new("英文", "English"))];

    public IReadOnlyList<Choice> Services { get; private set; } = [];

    public IReadOnlyList<Choice> Times { get; private set; } = [];

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        List<Refusal> wrong = [];
        var at = Refusals.Tried(wrong, () => Slots.Read(At));
        var contact = Refusals.Tried(wrong, () => BookingContact.Read(Name, Phone, Email, Enum.IsDefined(Speaks) ? Speaks : Language.Chinese, kinds));
        Refusals.ThrowIfAny(wrong);
        var booking = await desk.BookAsync(Form ?? Guid.CreateVersion7(clock.Now().ToDateTimeOffset()), Service ?? "", at, contact!, BookingWay.Phone, staff.Actor, HttpContext.RequestAborted);
        return LocalRedirect($"~/desk/bookings/{booking.Id}?done=book");
    }

    public async Task ShowAgainAsync()
    {
        var today = pack.Calendar.Today(clock.Now());
        Form ??= Guid.CreateVersion7(clock.Now().ToDateTimeOffset());
        Services = [.. times.Rules.Places.SelectMany(p => p.Services).Select(s => services.Find(s, today)).OfType<ServiceDefinition>().Select(s => new Choice(s.Code, s.Name))];
        var place = Service is null ? null : times.Rules.Find(Service);
        Service = place is null ? null : Service;
        var from = LocalDate.Max(Slots.ReadDay(Day) ?? today, today);
        Day = $"{from:uuuu-MM-dd}";
        Times = place is null ? [] : [.. (await times.OfAsync(place, from, today.PlusDays(times.Rules.Ahead), HttpContext.RequestAborted)).Where(t => t.Free > 0).Select(t => new Choice(Slots.Name(t.Local), BookingWords.When(t.Local)))];
    }
}
