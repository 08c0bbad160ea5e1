using GridDesk.Hall.Definition;
using GridDesk.Hall.Print;
using GridDesk.Hall.Take;
using GridDesk.Hall.Wait;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Http;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Hall.Greet;

/// <summary>A greeter asks what somebody comes for, looks at the papers and gives the ticket; the counter sees what was missing.</summary>
[Needs(Right.IssueTickets)]
internal sealed class GiveTicketPage(OfficeDb db, EventLog events, HallDesk desk, SlipPrinting slips, HallState hall, VisitReading reading, TicketCodes codes, ServiceCatalogue services, PackInForce pack, CurrentStaff me, IClock clock) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public string? Site { get; set; }

    /// <summary>Codes of services; none on the first screen.</summary>
    [BindProperty(SupportsGet = true)]
    public List<string> Errand { get; set; } = [];

    /// <summary>Ids of the papers that are there.</summary>
    [BindProperty]
    public List<string> Here { get; set; } = [];

    /// <summary>The greeter looked at them.</summary>
    [BindProperty]
    public bool Looked { get; set; } = true;

    [BindProperty]
    public TicketKind? Kind { get; set; }

    public HallDefinition Hall { get; private set; } = null!;

    public IReadOnlyList<ServiceDefinition> Chosen { get; private set; } = [];

    public IReadOnlyList<Paper> Papers => Paper.Of(Chosen);

    /// <summary>Something else is to be chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public bool More { get; set; }

    public bool MayAdd => Chosen.Count < VisitReading.MostErrands;

    public Choosing Choosing => Choosing.Of(Errands.At(Hall, services, Day), Chosen);

    public IEnumerable<Choice> PaperChoices => Papers.Select(p => new Choice(p.Id, p.Name, p.When is { } when ? new($"{when.Zh}才要", $"only if {when.En}") : p.Required ? null : new Phrase("有的話", "if they have it")));

    public IEnumerable<Choice> Lines => Errands.Lines(HallSettings.Find(pack)!, Hall, Chosen).Select(k => new Choice($"{k.Kind}", k.Name));

    private LocalDate Day => pack.Calendar.Today(clock.Now());

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ShowAgainAsync();
        var missing = Looked ? Papers.Where(p => p is { Required: true, When: null } && !Here.Contains(p.Id)).Select(p => p.Id).ToList() : [];
        var papers = !Looked || Papers.Count == 0 ? PapersFound.NotLooked : missing.Count == 0 ? PapersFound.Complete : PapersFound.Missing;
        var visit = reading.Read(Hall.Site, Kind, Errand, Languages.Current, TicketWay.Greeter, Day) with { Papers = papers, MissingPapers = missing };
        visit = visit with { Told = (await hall.OfVisitAsync(Hall.Site, visit, cancel)).Wait };
        var ticket = PrinterBeside.Of(HttpContext, Hall) is { } printer
            ? await slips.TakeAsync(Hall.Site, visit, printer, HttpContext.PublicRoot(), me.Actor)
            : await desk.TakeAsync(Hall.Site, visit, me.Actor, cancel);
        await WriteDownAsync(papers, cancel);
        return LocalRedirect($"~/hall/{Hall.Site}/kiosk/{ticket.Name}?code={await codes.OfAsync(ticket.Id, cancel)}");
    }

    public Task ShowAgainAsync()
    {
        Hall = HallSettings.Of(pack, Site ?? HallSettings.Find(pack)?.Halls.FirstOrDefault(h => h.Site == me.Site)?.Site ?? HallSettings.Find(pack)?.Halls.FirstOrDefault()?.Site ?? "");
        Chosen = [.. Errand.Distinct().Select(code => Errands.At(Hall, services, Day).FirstOrDefault(s => s.Code == code)).OfType<ServiceDefinition>()];
        return Task.CompletedTask;
    }

    // A ticket that a greeter gives is a greeting too: nobody writes it down twice.
    private Task WriteDownAsync(PapersFound papers, CancellationToken cancel) => db.CommitAsync(() =>
    {
        var encounter = new Encounter { Id = Guid.CreateVersion7(clock.Now().ToDateTimeOffset()), Site = Hall.Site, Day = Day, By = me.Actor.Key };
        db.Add(encounter);
        events.Record(encounter, new EncounterRecorded(Hall.Site, EncounterPlace.Entrance, Chosen[0].Quick ? Chosen[0].Code : Chosen[0].Group, papers, [EncounterHelp.ToldProcedure], OwnWish.None), me.Actor);
        return Task.CompletedTask;
    }, cancel);
}
