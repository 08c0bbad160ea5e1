using GridDesk.Hall.Definition;
using GridDesk.Hall.Print;
using GridDesk.Hall.Roster;
using GridDesk.Hall.Wait;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Ui.Http;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Hall.Take;

/// <summary>
/// The screen at the entrance, and the same on a telephone: one touch says what for, the next which line; in between another errand may be
/// added. Whoever needs papers sees the list before the number is taken.
/// </summary>
[Public]
internal sealed class KioskPage(OfficeDb db, HallDesk desk, SlipPrinting slips, HallState hall, VisitReading reading, TicketCodes codes, ServiceCatalogue services, PackInForce pack, CurrentStaff me, IClock clock) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public string Site { get; set; } = "";

    /// <summary>Codes of the services that were touched; none on the first screen.</summary>
    [BindProperty(SupportsGet = true)]
    public List<string> Errand { get; set; } = [];

    /// <summary>Something else is to be chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public bool More { get; set; }

    [BindProperty]
    public TicketKind? Kind { get; set; }

    /// <summary>Of the form that was sent: whoever touches twice has one number.</summary>
    [BindProperty]
    public Guid? Form { get; set; }

    /// <summary>Of the form that is shown.</summary>
    public Guid NewForm => Guid.CreateVersion7(Now.At.ToDateTimeOffset());

    public IReadOnlyList<ServiceDefinition> Chosen { get; private set; } = [];

    public Choosing Choosing { get; private set; } = null!;

    /// <summary>The lines that this visit may stand in, with what to expect.</summary>
    public IReadOnlyList<(KindOfTicket Kind, Prospect Prospect)> Lines { get; private set; } = [];

    public HallNow Now { get; private set; } = null!;

    /// <summary>Somebody may have booked a visit to this hall.</summary>
    public bool TakesBookings => HallSettings.Find(pack)?.Bookings?.Places.Any(p => p.Site == Site) == true;

    public bool MayAdd => Chosen.Count < VisitReading.MostErrands;

    /// <param name="printer">Beside this screen; it is kept in the browser.</param>
    public Task OnGetAsync(string? printer)
    {
        PrinterBeside.Keep(HttpContext, printer);
        return ShowAgainAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var cancel = HttpContext.RequestAborted;
        var ours = me.Has(Right.IssueTickets);
        var visit = reading.Read(Site, Kind, Errand, Languages.Current, ours ? TicketWay.Kiosk : TicketWay.Phone, pack.Calendar.Today(clock.Now())) with { Form = Form == Guid.Empty ? null : Form };
        if (!ours)
        {
            await Doors.CountAsync(db, HttpContext, clock.Now(), cancel);
        }

        visit = visit with { Told = (await hall.OfVisitAsync(Site, visit, cancel)).Wait };
        var by = me.IsSignedIn ? me.Actor : Actor.Customer;
        var ticket = ours && PrinterBeside.Of(HttpContext, HallSettings.Of(pack, Site)) is { } printer
            ? await slips.TakeAsync(Site, visit, printer, HttpContext.PublicRoot(), by)
            : await desk.TakeAsync(Site, visit, by, cancel);
        return LocalRedirect($"~/hall/{Site}/{(ours ? "kiosk" : "tickets")}/{ticket.Name}?code={await codes.OfAsync(ticket.Id, cancel)}");
    }

    public async Task ShowAgainAsync()
    {
        var cancel = HttpContext.RequestAborted;
        Now = await hall.ReadAsync(Site, cancel);
        var all = Errands.At(Now.Hall, services, Now.Day);
        Chosen = [.. Errand.Distinct().Take(VisitReading.MostErrands).Select(code => all.FirstOrDefault(s => s.Code == code) ?? throw new Refusal("not-found", "沒有這一項。", "There is no such errand."))];
        Choosing = Choosing.Of(all, Chosen);
        if (Chosen.Count > 0 && !(More && MayAdd))
        {
            List<(KindOfTicket, Prospect)> lines = [];
            foreach (var kind in Errands.Lines(HallSettings.Find(pack)!, Now.Hall, Chosen))
            {
                lines.Add((kind, await hall.OfNewcomerAsync(Now, kind.Kind, Chosen[0].Group, NoonCounter.IsStaffOnly(Chosen[0]), cancel: cancel)));
            }

            Lines = lines;
        }
    }
}
