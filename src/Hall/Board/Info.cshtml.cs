using GridDesk.Hall.Book;
using GridDesk.Hall.Definition;
using GridDesk.Hall.Messages;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace GridDesk.Hall.Board;

/// <summary>The information board on the wall: messages in large letters, a running line, how many wait, and when one could come instead.</summary>
[Public, OutputCache(PolicyName = SharedDrawing.Policy)]
internal sealed class InfoPage(BoardReading board, FreeTimes times, PackInForce pack) : PageModel
{
    private const int DaysAhead = 14;

    // More do not fit beside the line.
    private const int MostFree = 2;

    public BoardState State { get; private set; } = null!;

    public string Site { get; private set; } = "";

    /// <summary>The first free times of this site, one of each place that can be booked.</summary>
    public IReadOnlyList<(Phrase Place, Phrase When)> Free { get; private set; } = [];

    public Phrase SiteName => pack.Sites.Sites.First(s => s.Code == Site).Name;

    public Phrase Company => pack.Office.Company;

    public string Phone => pack.Office.Phone;

    public ZonedDateTime Now => State.At.InZone(pack.Calendar.Zone);

    public IReadOnlyList<BoardMessage> Of(HallMedium medium) => [.. State.Messages.Where(m => m.Media.Contains(medium))];

    /// <summary>Changes with what the messages say, and with nothing else: what did not change need not be drawn again.</summary>
    public string Stamp(IEnumerable<BoardMessage> messages) => ContentHash.Of(messages.ToList())[..16];

    public async Task OnGetAsync(string site, CancellationToken cancel)
    {
        (State, Site) = (await board.ReadAsync(site, cancel), site);
        List<(Phrase Place, LocalDateTime When)> free = [];
        foreach (var place in (HallSettings.Find(pack)?.Bookings?.Places ?? []).Where(p => p.Site == site))
        {
            if ((await times.OfAsync(place, Now.Date, Now.Date.PlusDays(DaysAhead), cancel)).FirstOrDefault(t => t.Free > 0) is { } first)
            {
                free.Add((place.Name, first.Local));
            }
        }

        Free = [.. free.OrderBy(f => f.When).Take(MostFree).Select(f => (f.Place, BookingWords.When(f.When)))];
    }
}
