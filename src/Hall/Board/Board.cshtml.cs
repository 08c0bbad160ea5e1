using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace GridDesk.Hall.Board;

/// <summary>The calling board on the wall: it needs no keyboard, recovers by itself and says how old its data is.</summary>
[Public, OutputCache(PolicyName = SharedDrawing.Policy)]
internal sealed class BoardPage(BoardReading board, Recordings recordings, PackInForce pack) : PageModel
{
    public BoardState State { get; private set; } = null!;

    public Phrase SiteName { get; private set; } = null!;

    /// <summary>Languages in which calls are played besides the spoken Mandarin, each word apart.</summary>
    public string Recorded => string.Join(' ', recordings.Languages());

    public Phrase Company => pack.Office.Company;

    public ZonedDateTime Now => State.At.InZone(pack.Calendar.Zone);

    public async Task OnGetAsync(string site, CancellationToken cancel)
    {
        State = await board.ReadAsync(site, cancel);
        SiteName = pack.Sites.Sites.First(s => s.Code == site).Name;
    }
}
