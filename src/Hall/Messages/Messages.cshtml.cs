using GridDesk.Hall.Definition;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Hall.Messages;

/// <summary>What the halls announce, will announce and have announced.</summary>
[Needs(Right.WriteHallMessages, Right.ApproveHallMessages)]
internal sealed class MessagesPage(OfficeDb db, PackInForce pack, CurrentStaff me, IClock clock) : PageModel
{
    // Of those that are over; the journal has them all.
    private const int MostOver = 50;

    /// <summary>What was just done.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>In groups, first what somebody has to do.</summary>
    public IReadOnlyList<(Phrase Title, IReadOnlyList<HallMessage> Rows)> Groups { get; private set; } = [];

    public IReadOnlyList<string> Halls => [.. (HallSettings.Find(pack)?.Halls ?? []).Select(h => h.Site)];

    public bool SeveralHalls => Halls.Count > 1;

    public bool MayWrite => me.Has(Right.WriteHallMessages);

    public Phrase? DoneText => Done switch
    {
        "written" => new("存好了，等別人核准。", "Saved: it waits for somebody else to approve it."),
        "changed" => new("改好了，等別人核准。", "Changed: it waits for somebody else to approve it."),
        "approved" => new("核准了，到開始的時間會自己出現。", "Approved: it comes up by itself at its start."),
        "withdrawn" => new("撤下了。", "Withdrawn."),
        "hung" => new("記下了：貼在公布欄。", "Noted: it hangs on the notice board."),
        "taken-down" => new("記下了：拿下來了。", "Noted: it was taken down."),
        _ => null,
    };

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.Now();
        var messages = db.Set<HallMessage>().AsNoTracking();
        var open = await messages.Where(m => m.WithdrawnAt == null && m.Until > now).OrderBy(m => m.From).ThenBy(m => m.Id).ToListAsync(cancel);
        var over = messages.Where(m => m.WithdrawnAt != null || m.Until <= now);
        var hanging = await over.Where(m => m.Paper == NoticePaper.Hangs || m.Paper == NoticePaper.HangsTooLong).OrderBy(m => m.Until).ThenBy(m => m.Id).ToListAsync(cancel);
        var past = await over.Where(m => m.Paper != NoticePaper.Hangs && m.Paper != NoticePaper.HangsTooLong).OrderByDescending(m => m.Until).ThenBy(m => m.Id).Take(MostOver).ToListAsync(cancel);
        IEnumerable<(Phrase, IReadOnlyList<HallMessage>)> groups =
        [
            (new("請從公布欄拿下來", "Take down from the notice board"), hanging),
            .. new[] { HallMessageState.Unapproved, HallMessageState.InForce, HallMessageState.Coming }.Select(state => (state.Name, (IReadOnlyList<HallMessage>)[.. open.Where(m => m.At(now) == state)])),
            (HallMessageState.Over.Name, past),
        ];
        Groups = [.. groups.Where(group => group.Item2.Count > 0)];
    }

    public HallMessageState StateOf(HallMessage message) => message.At(clock.Now());

    public Phrase SiteName(string site) => pack.Sites.Sites.FirstOrDefault(s => s.Code == site)?.Name ?? Phrase.Same(site);
}
