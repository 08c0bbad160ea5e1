using GridDesk.Hall.Definition;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Hall.Greet;

/// <summary>Greeters and volunteers write down on a telephone whom they helped: five touches and a button.</summary>
[Needs(Right.IssueTickets)]
internal sealed class GreetPage(OfficeDb db, EventLog events, ServiceCatalogue services, PackInForce pack, CurrentStaff me, IClock clock) : PageModel, IShowAgain
{
    [BindProperty]
    public EncounterForm Input { get; set; } = new();

    /// <summary>It was just written down.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    /// <summary>How many this person wrote down today.</summary>
    public int Today { get; private set; }

    public IEnumerable<Choice> Places => Enum.GetValues<EncounterPlace>().Select(p => new Choice($"{p}", p.Name()));

    /// <summary>The quick services by name, everything else by its group.</summary>
    public IReadOnlyList<Choice> Errands { get; private set; } = [];

    public IEnumerable<Choice> Papers => Enum.GetValues<PapersFound>().Select(p => new Choice($"{p}", p.Name()));

    public IEnumerable<Choice> Helps => Enum.GetValues<EncounterHelp>().Select(h => new Choice($"{h}", h.Name()));

    public IEnumerable<Choice> Wishes => Enum.GetValues<OwnWish>().Select(w => new Choice($"{w}", w.Name()));

    public string Site => HallSettings.Find(pack)?.Halls.FirstOrDefault(h => h.Site == me.Site)?.Site ?? HallSettings.Find(pack)?.Halls.FirstOrDefault()?.Site
        ?? throw new Refusal("not-found", "本處沒有叫號的營業廳。", "The office has no hall.");

    private LocalDate Day => pack.Calendar.Today(clock.Now());

    public async Task OnGetAsync()
    {
        Input.Place = me.Roles.Contains(Role.Greeter) ? EncounterPlace.Entrance : EncounterPlace.Hall;
        await ShowAgainAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (now, cancel) = (clock.Now(), HttpContext.RequestAborted);
        var recorded = Encounter.Read(Site, Input, [.. ErrandsOn(Day).Select(e => e.Value)]);
        await db.CommitAsync(() =>
        {
            var encounter = new Encounter { Id = Guid.CreateVersion7(now.ToDateTimeOffset()), Site = Site, Day = Day, By = me.Actor.Key };
            db.Add(encounter);
            events.Record(encounter, recorded, me.Actor);
            return Task.CompletedTask;
        }, cancel);
        return LocalRedirect("~/desk/greet?done=true");
    }

    public async Task ShowAgainAsync()
    {
        var (by, day) = (me.Actor.Key, Day);
        Errands = ErrandsOn(day);
        Today = await db.Set<Encounter>().CountAsync(e => e.By == by && e.Day == day, HttpContext.RequestAborted);
    }

    private List<Choice> ErrandsOn(LocalDate day) =>
    [
        .. services.At(day).Where(s => s.Quick).Select(s => new Choice(s.Code, s.Name)),
        .. ServiceCatalogue.Groups.Where(g => g.Key is not "counter").Select(g => new Choice(g.Key, g.Value)),
    ];
}
