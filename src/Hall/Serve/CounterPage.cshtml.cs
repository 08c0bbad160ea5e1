using GridDesk.Hall.Definition;
using GridDesk.Hall.Roster;
using GridDesk.Hall.Wait;
using GridDesk.Hall.Whose;
using GridDesk.Kernel.Pack;
using GridDesk.Requests.Intake;
using GridDesk.Requests.Noon;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Staff.Shifts;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Hall.Serve;

/// <summary>What somebody at a counter does all day: call, recall, put aside, send on, finish; ten seconds to take a step back.</summary>
[Needs(Right.CallTickets, Right.CompleteAtNoon)]
internal sealed partial class CounterPage(HallDesk desk, RosterDesk roster, NoonDuties noon, HallState hall, ServiceCatalogue services, StaffDirectory staff, PackInForce pack, CurrentStaff me, WhoseLooking looking, WhoseReading whose, IntakeBeginning intake) : PageModel, IShowAgain
{
    private const int WaitingShown = 50;

    [BindProperty(SupportsGet = true)]
    public string? Site { get; set; }

    [BindProperty]
    public int Counter { get; set; }

    [BindProperty]
    public string? Ticket { get; set; }

    [BindProperty]
    public TicketOutcome? Outcome { get; set; }

    [BindProperty]
    public int? To { get; set; }

    [BindProperty]
    public string? Errand { get; set; }

    /// <summary>Calls over noon only, at a counter of the noon service.</summary>
    public bool IsVolunteer => !me.Has(Right.CallTickets);

    /// <summary>Why a counter is opened out of plan.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Number of the counter that is opened only with a reason; null when none was asked for.</summary>
    public int? AsksReason { get; private set; }

    /// <summary>Who is planned for each counter today.</summary>
    public ILookup<string, PostedShift> Planned { get; private set; } = Array.Empty<PostedShift>().ToLookup(s => s.Post);

    /// <summary>Null where the office has no hall.</summary>
    public HallNow? Now { get; private set; }

    /// <summary>The counter at which this person sits; null before one is opened.</summary>
    public Counter? Mine { get; private set; }

    public Ticket? Serving => Mine is { } mine ? Now?.CalledTo(mine.Number) : null;

    public IReadOnlyList<Ticket> Held => [.. (Now?.AtCounters ?? []).Where(t => t.State is TicketState.Held && t.Counter == Mine?.Number).OrderBy(t => t.Turn)];

    /// <summary>How many wait whom this counter may call; all of the hall when no counter is open.</summary>
    public int WaitingCount { get; private set; }

    /// <summary>The first of them, in their order.</summary>
    public IReadOnlyList<Ticket> Waiting { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public IEnumerable<Choice> Outcomes => Enum.GetValues<TicketOutcome>().Select(o => new Choice($"{o}", o.Name));

    /// <summary>What the visitor may be sent on for.</summary>
    public IEnumerable<Choice> Errands => (Serving?.Errands ?? []).Select(e => new Choice(e, NameOf(e)));

    public Phrase NameOf(string errand) => services.FindOrOldest(errand, Now!.Day)?.Name ?? Phrase.Same(errand);

    public string Clock(Instant at) => at.Clock(pack.Calendar.Zone);

    /// <summary>A colleague left it open, nobody is served there, and this person could open it.</summary>
    public bool MayClose(Counter counter) => counter.State is not CounterState.Closed && !IsVolunteer && Now!.CalledTo(counter.Number) is null
        && new CounterPlan(counter.Number, Now.Hall.Counter(counter.Number).OpenOn(Now.Day, Now.Hall.Site, pack.Calendar), [.. Planned[Post.At(counter.Number).Code]]).MayOpen(Who, Now.At, pack.Calendar.Zone);

    private Opener Who => new(me.Id, [.. me.StandsInFor.Select(Guid.Parse)], me.Has(Right.PlanRoster));

    public Task OnGetAsync() => ShowAgainAsync();

    private async Task OpenAsync(string site, CancellationToken cancel)
    {
        try
        {
            await desk.OpenAsync(site, Counter, Who with { Noon = IsVolunteer ? await noon.NowAsync(cancel) : null }, Reason, me.Actor, cancel);
        }
        catch (Refusal needed) when (needed.Field is "reason")
        {
            AsksReason = Counter;
            throw;
        }
    }

    public async Task<IActionResult> OnPostAsync(string act)
    {
        var (site, by, cancel) = (Site ?? "", me.Actor, HttpContext.RequestAborted);
        if (IsVolunteer && act is not "open")
        {
            await RefuseUnlessMineAsync(site, cancel);
        }

        switch (act)
        {
            case "open":
                await OpenAsync(site, cancel);
                break;
            case "pause":
                await desk.PauseAsync(site, Counter, by, cancel);
                break;
            case "close":
                await desk.CloseAsync(site, Counter, Who, by, cancel);
                break;
            case "next":
                await desk.NextAsync(site, Counter, by, cancel);
                break;
            case "recall":
                await desk.RecallAsync(site, Counter, by, cancel);
                break;
            case "hold":
                await desk.HoldAsync(site, Counter, by, cancel);
                break;
            case "back":
                await desk.CallBackAsync(site, Counter, Ticket ?? "", by, cancel);
                break;
            case "miss":
                await desk.MissAsync(site, Counter, by, cancel);
                break;
            case "finish":
                await desk.FinishAsync(site, Counter, Outcome ?? TicketOutcome.Done, by, cancel);
                break;
            case "send":
                await desk.SendOnAsync(site, Counter, To, string.IsNullOrWhiteSpace(Errand) ? null : Errand, by, cancel);
                break;
            case "undo":
                await desk.UndoAsync(site, Counter, by, cancel);
                break;
            default:
                if (await DoWithServedAsync(act, cancel) is { } elsewhere)
                {
                    return elsewhere;
                }

                break;
        }

        return LocalRedirect($"~/desk/hall?site={Uri.EscapeDataString(site)}");
    }

    // A clerk may press for a colleague; a volunteer's rights end at the own counter.
    private async Task RefuseUnlessMineAsync(string site, CancellationToken cancel)
    {
        var (number, now) = (Counter, await hall.ReadAsync(site, cancel));
        if (now.Counters.FirstOrDefault(c => c.Number == number)?.Staff != me.Id)
        {
            throw new Refusal("hall.not-yours", "這不是您開的櫃檯。", "This is not the counter that you opened.", "counter");
        }
    }

    public async Task ShowAgainAsync()
    {
        var (halls, cancel) = (HallSettings.Find(pack)?.Halls ?? [], HttpContext.RequestAborted);
        Site = halls.FirstOrDefault(h => h.Site == (Site ?? me.Site))?.Site ?? halls.FirstOrDefault()?.Site;
        if (Site is null)
        {
            return;
        }

        Now = await hall.ReadAsync(Site, cancel);
        Mine = Now.Counters.FirstOrDefault(c => c.Staff == me.Id && c.State is not CounterState.Closed);
        Counter = Mine?.Number ?? 0;
        var definition = Mine?.OfHall(Now.Hall);
        List<Waiter> order = [.. WaitForecast.InOrder(Now.Waiting.Where(w => definition is null || WaitForecast.MayCall(definition, w)))];
        Waiting = await hall.TicketsAsync(order.Take(WaitingShown), cancel);
        WaitingCount = order.Count;
        Errand ??= Serving?.Errands.FirstOrDefault(e => Serving.Filed.All(f => f.Errand != e)); // the first that is still to be dealt with
        Card ??= Serving is { } called ? await whose.OfAsync(called, cancel) : null;
        Planned = Mine is null ? (await roster.DayAsync(Site, Now.Day, cancel)).ToLookup(s => s.Post) : Planned;
        Names = await staff.NamesAsync([.. Now.Counters.Select(c => c.Staff).OfType<Guid>()], cancel);
    }
}
