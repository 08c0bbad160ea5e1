using GridDesk.Hall.Definition;
using GridDesk.Hall.Wait;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Hall.Take;

/// <summary>
/// The screen at the entrance, and the same on a telephone: one touch says what for, the next which line. Whoever needs papers sees the list
/// before the number is taken.
/// </summary>
[Public]
internal sealed class KioskPage(OfficeDb db, HallDesk desk, HallState hall, VisitReading reading, TicketCodes codes, ServiceCatalogue services, PackInForce pack, CurrentStaff me, IClock clock) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public string Site { get; set; } = "";

    /// <summary>Code of the service that was touched; null on the first screen.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Errand { get; set; }

    [BindProperty]
    public TicketKind? Kind { get; set; }

    public ServiceDefinition? Chosen { get; private set; }

    public IReadOnlyList<ServiceDefinition> Quick { get; private set; } = [];

    /// <summary>The other services, under their groups.</summary>
    public IReadOnlyList<(Phrase Group, IReadOnlyList<ServiceDefinition> Services)> Others { get; private set; } = [];

    /// <summary>The lines that the chosen errand may stand in, with what to expect.</summary>
    public IReadOnlyList<(KindOfTicket Kind, Prospect Prospect)> Lines { get; private set; } = [];

    public HallNow Now { get; private set; } = null!;

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var cancel = HttpContext.RequestAborted;
        var ours = me.Has(Right.IssueTickets);
        var visit = reading.Read(Site, Kind, [Errand ?? ""], Languages.Current, ours ? TicketWay.Kiosk : TicketWay.Phone, pack.Calendar.Today(clock.Now()));
        if (!ours)
        {
            await Doors.CountAsync(db, HttpContext, clock.Now(), cancel);
        }

        var ticket = await desk.TakeAsync(Site, visit, me.IsSignedIn ? me.Actor : Actor.Customer, cancel);
        return LocalRedirect($"~/hall/{Site}/tickets/{ticket.Name}?code={await codes.OfAsync(ticket.Id, cancel)}");
    }

    public async Task ShowAgainAsync()
    {
        var cancel = HttpContext.RequestAborted;
        Now = await hall.ReadAsync(Site, cancel);
        var all = services.At(Now.Day).Where(s => s.Channels.Contains("counter") && Now.Hall.Counters.Any(c => c.Groups.Count == 0 || c.Groups.Contains(s.Group))).ToList();
        Quick = [.. all.Where(s => s.Quick)];
        Others = [.. ServiceCatalogue.Groups.Select(g => (g.Value, (IReadOnlyList<ServiceDefinition>)[.. all.Where(s => !s.Quick && s.Group == g.Key)])).Where(g => g.Item2.Count > 0)];
        Chosen = Errand is null ? null : all.FirstOrDefault(s => s.Code == Errand) ?? throw new Refusal("not-found", "沒有這一項。", "There is no such errand.");
        if (Chosen is { } chosen)
        {
            List<(KindOfTicket, Prospect)> lines = [];
            foreach (var kind in HallSettings.Find(pack)!.Kinds.Where(k => k.Kind is not TicketKind.Appointment && (k.Kind is not TicketKind.Quick || chosen.Quick) && (k.Kind is not TicketKind.Ordinary || !chosen.Quick) && Now.Hall.Counters.Any(c => c.Serves(k.Kind, chosen.Group))))
            {
                lines.Add((kind, await hall.OfNewcomerAsync(Now, kind.Kind, chosen.Group, cancel)));
            }

            Lines = lines;
        }
    }
}
