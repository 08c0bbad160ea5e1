using GridDesk.Hall.Definition;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Services;
using GridDesk.Staff;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Hall.Book;

/// <summary>What can be booked, and the way to a booking that somebody has.</summary>
[Public]
internal sealed class BookIndexPage(FreeTimes times, ServiceCatalogue services, PackInForce pack, IClock clock) : PageModel
{
    public IReadOnlyList<(BookingPlace Place, Phrase Site, IReadOnlyList<ServiceDefinition> Services)> Places { get; private set; } = [];

    public void OnGet()
    {
        var today = pack.Calendar.Today(clock.Now());
        Places = [.. times.Rules.Places.Select(p => (p, pack.Sites.Sites.First(s => s.Code == p.Site).Name, (IReadOnlyList<ServiceDefinition>)[.. p.Services.Select(s => services.Find(s, today)).OfType<ServiceDefinition>()]))];
    }
}
