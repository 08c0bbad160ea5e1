using GridDesk.Hall.Definition;
using GridDesk.Hall.Take;
using GridDesk.Hall.Wait;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Hall.Show;

/// <summary>A visitor's own ticket: on the kiosk after it was taken, and on their telephone for as long as it holds.</summary>
[Public]
internal sealed class TicketPage(TicketCodes codes, HallDesk desk, HallState hall, ServiceCatalogue services, PackInForce pack, IClock clock) : PageModel, IShowAgain
{
    public Ticket Ticket { get; private set; } = null!;

    public Prospect? Prospect { get; private set; }

    public Phrase SiteName { get; private set; } = null!;

    public KindOfTicket Kind { get; private set; } = null!;

    public IReadOnlyList<ServiceDefinition> Errands { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public string Site { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>Minutes that a visitor is away who waits at home.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Way { get; set; }

    public IEnumerable<Choice> Ways => new[] { 5, 10, 15, 20, 30, 45, 60 }.Select(minutes => new Choice($"{minutes}", new($"{minutes} 分鐘", $"{minutes} minutes")));

    /// <summary>When they set out; null when at once.</summary>
    public Instant? LeaveAt => Way is { } minutes ? Prospect?.Wait?.LeaveAt(Now, Duration.FromMinutes(Math.Clamp(minutes, 0, 600))) : null;

    private Instant Now { get; } = clock.Now();

    public Task OnGetAsync() => ShowAgainAsync();

    /// <summary>A number that no paper carries is held by this telephone.</summary>
    public Task<IActionResult> OnPostTakeAsync(CancellationToken cancel) => DoAsync(ticket => desk.HoldAsync(ticket.Id, TicketWay.Phone, Actor.Customer, cancel), cancel);

    public Task<IActionResult> OnPostGiveUpAsync(CancellationToken cancel) => DoAsync(ticket => desk.GiveUpAsync(ticket.Id, Actor.Customer, cancel), cancel);

    private async Task<IActionResult> DoAsync(Func<Ticket, Task<Ticket>> act, CancellationToken cancel)
    {
        await act(await codes.OpenAsync(Site, Name, Code, cancel));
        return LocalRedirect($"~/hall/{Site}/tickets/{Name}?code={Uri.EscapeDataString(Code ?? "")}");
    }

    public async Task ShowAgainAsync()
    {
        var (site, cancel) = (Site, HttpContext.RequestAborted);
        Ticket = await codes.OpenAsync(site, Name, Code, cancel);
        Prospect = await hall.OfAsync(Ticket, cancel);
        SiteName = pack.Sites.Sites.First(s => s.Code == site).Name;
        Kind = HallSettings.Find(pack)!.Of(Ticket.Kind);
        Errands = [.. Ticket.Errands.Select(e => services.Find(e, Ticket.Day)).OfType<ServiceDefinition>()];
    }
}
