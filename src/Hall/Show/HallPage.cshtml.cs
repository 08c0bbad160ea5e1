using GridDesk.Hall.Board;
using GridDesk.Hall.Definition;
using GridDesk.Hall.Figures;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Hall.Show;

/// <summary>The hall as anybody may see it from home: who is called, how many wait, how long it would be.</summary>
[Public]
internal sealed class HallPage(BoardReading board, HallHistory history, PublishedCalibration published, PackInForce pack, IClock clock) : PageModel
{
    public BoardState State { get; private set; } = null!;

    public string Site { get; private set; } = "";

    public bool TakesBookings => HallSettings.Find(pack)?.Bookings?.Places.Any(p => p.Site == Site) == true;

    public Phrase SiteName { get; private set; } = null!;

    /// <summary>How true it was lately what visitors were told of the wait.</summary>
    public Calibration Told { get; private set; } = null!;

    public async Task OnGetAsync(string site, CancellationToken cancel)
    {
        State = await board.ReadAsync(site, cancel);
        Told = await published.OfAsync(history, site, pack.Calendar.Today(clock.Now()), cancel);
        (Site, SiteName) = (site, pack.Sites.Sites.First(s => s.Code == site).Name);
    }
}
