using GridDesk.Hall.Definition;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Staff;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Hall.Signs;

/// <summary>One sign in both languages, to print and hang; and what the hanging one says otherwise.</summary>
[Needs(Right.PlanRoster, Right.CallTickets, Right.RecordInspections)]
internal sealed class SignPage(OfficeDb db, SignDesk desk, PackInForce pack, CurrentStaff me) : PageModel, IShowAgain
{
    /// <summary>Its site and code, <c>centre~counter-3</c>; or the id of one that hangs, as a duty names it.</summary>
    [BindProperty(SupportsGet = true)]
    public string What { get; set; } = "";

    [BindProperty]
    public string? Mark { get; set; }

    public string Site { get; private set; } = "";

    public LiveSign Live { get; private set; } = null!;

    public Sign? Hung { get; private set; }

    public IReadOnlyList<string> Differs => Hung is null ? [] : Hung.DiffersFrom(Live.Text);

    public Phrase SiteName => pack.Sites.Sites.FirstOrDefault(s => s.Code == Site)?.Name ?? Phrase.Same(Site);

    public Phrase? Said(string what) => Hung?.Text.FirstOrDefault(l => l.What == what)?.Text;

    public Phrase? Says(string what) => Live.Text.FirstOrDefault(l => l.What == what)?.Text;

    public Task OnGetAsync() => ShowAgainAsync();

    /// <summary>A sign that the hall has no use for any more is off the wall.</summary>
    public async Task<IActionResult> OnPostDownAsync()
    {
        await ShowAgainAsync();
        await desk.TakeDownAsync(Site, Live.Code, me.Actor, HttpContext.RequestAborted);
        return LocalRedirect($"~/desk/signs?site={Uri.EscapeDataString(Site)}");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAgainAsync();
        await desk.HangAsync(Site, Live.Code, Mark, me.Actor, HttpContext.RequestAborted);
        return LocalRedirect($"~/desk/signs?site={Uri.EscapeDataString(Site)}&done=true");
    }

    public async Task ShowAgainAsync()
    {
        var cancel = HttpContext.RequestAborted;
        var (site, code) = Guid.TryParse(What, out var id)
            ? await db.Signs.Where(s => s.Id == id).Select(s => new { s.Site, s.Code }).SingleOrDefaultAsync(cancel) is { } known ? (known.Site, known.Code) : throw Unknown()
            : What.Split('~') is [var at, var which] ? (at, which) : throw Unknown();
        Site = HallSettings.Of(pack, site).Site;
        (Live, Hung) = (await desk.OfAsync(Site, cancel)).Where(s => s.Live.Code == code).Select(s => ((LiveSign, Sign?)?)s).FirstOrDefault() ?? throw Unknown();
    }

    private static Refusal Unknown() => new("not-found", "沒有這張標示。", "There is no such sign.");
}
