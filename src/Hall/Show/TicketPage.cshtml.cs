using GridDesk.Hall.Definition;
using GridDesk.Hall.Take;
using GridDesk.Hall.Wait;
using GridDesk.Kernel.Pack;
using GridDesk.Services;
using GridDesk.Staff;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Hall.Show;

/// <summary>A visitor's own ticket: on the kiosk after it was taken, and on their telephone for as long as it holds.</summary>
[Public]
internal sealed class TicketPage(TicketCodes codes, HallState hall, ServiceCatalogue services, PackInForce pack) : PageModel
{
    public Ticket Ticket { get; private set; } = null!;

    public Prospect? Prospect { get; private set; }

    public Phrase SiteName { get; private set; } = null!;

    public KindOfTicket Kind { get; private set; } = null!;

    public IReadOnlyList<ServiceDefinition> Errands { get; private set; } = [];

    public async Task OnGetAsync(string site, string name, string? code, CancellationToken cancel)
    {
        Ticket = await codes.OpenAsync(site, name, code, cancel);
        Prospect = await hall.OfAsync(Ticket, cancel);
        SiteName = pack.Sites.Sites.First(s => s.Code == site).Name;
        Kind = HallSettings.Find(pack)!.Of(Ticket.Kind);
        Errands = [.. Ticket.Errands.Select(e => services.Find(e, Ticket.Day)).OfType<ServiceDefinition>()];
    }
}
