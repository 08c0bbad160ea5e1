using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Work;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Requests.Noon;

/// <summary>
/// The noon service: for a volunteer what may be done now and what they did today; for the service centre what waits to be
/// examined and who has to be told; for everybody the figures beside how it was before.
/// </summary>
[Needs(Right.CompleteAtNoon, Right.SeeRequests)]
internal sealed class NoonPage(OfficeDb db, NoonDesk desk, NoonDuties duties, RequestAccess access, ServiceCatalogue services, PackInForce pack, CurrentStaff staff, CaseWords words, IClock clock) : PageModel, IShowAgain
{
    private const int Most = 100;

    [BindProperty]
    public int? Visitors { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Counted { get; set; }

    /// <summary>Null for somebody who is no volunteer.</summary>
    public NoonDuty? Duty { get; private set; }

    /// <summary>What a volunteer took in today.</summary>
    public IReadOnlyList<CaseRow> Mine { get; private set; } = [];

    public IReadOnlyList<CaseRow> ToExamine { get; private set; } = [];

    public IReadOnlyList<CaseRow> ToTell { get; private set; } = [];

    public NoonFigures Figures { get; private set; } = null!;

    public HalfYear Half { get; private set; } = null!;

    public int? CountedToday { get; private set; }

    public CaseWords Words => words;

    public bool MayExamine => staff.Has(Right.SeeRequests);

    public bool MayCount => staff.Has(Right.ReceiveOnly);

    public bool MayRecordBaseline => staff.Has(Right.AmendPlan);

    /// <summary>The kinds that may be finished over noon.</summary>
    public IReadOnlyList<ServiceDefinition> Simple => [.. services.At(Today).Where(s => s.Noon)];

    public DateTimeZone Zone => pack.Calendar.Zone;

    public string Site => Duty?.Shift?.Site ?? staff.Site ?? pack.Sites.Sites[0].Code;

    public Phrase SiteName => pack.Sites.Sites.FirstOrDefault(s => s.Code == Site)?.Name ?? Phrase.Same(Site);

    private LocalDate Today => pack.Calendar.Today(clock.Now());

    private CancellationToken Cancel => HttpContext.RequestAborted;

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task ShowAgainAsync()
    {
        var me = $"{staff.Id}";
        Duty = staff.Has(Right.CompleteAtNoon) ? await duties.NowAsync(Cancel) : null;
        var start = Today.AtStartOfDayInZone(Zone).ToInstant();
        var noon = db.Requests.AsNoTracking().Where(r => r.AtNoon);
        Mine = Duty is null ? [] : await CaseRow.Of(noon.Where(r => r.TakenInBy == me && r.ReceivedAt >= start).OrderByDescending(r => r.ReceivedAt).Take(Most)).ToListAsync(Cancel);
        var seen = noon.Where(access.Rule).OrderBy(r => r.ReceivedAt).ThenBy(r => r.Id);
        ToExamine = await CaseRow.Of(seen.Where(r => r.Status == RequestStatus.PreReceived).Take(Most)).ToListAsync(Cancel);
        ToTell = await CaseRow.Of(seen.Where(r => r.Slip != null && r.Number != null && r.InformedAt == null && r.Status != RequestStatus.Closed).Take(Most)).ToListAsync(Cancel);
        Half = HalfYear.Of(Today);
        Figures = await NoonFigures.OfAsync(db, Half, pack.Calendar, clock.Now(), Cancel);
        CountedToday = (await db.NoonDays.AsNoTracking().SingleOrDefaultAsync(d => d.Site == Site && d.Day == Today, Cancel))?.TurnedAway;
    }

    /// <summary>Writes down how many visitors could not be helped today.</summary>
    [AlsoNeeds(Right.ReceiveOnly)]
    public async Task<IActionResult> OnPostCountAsync()
    {
        Duty = staff.Has(Right.CompleteAtNoon) ? await duties.NowAsync(Cancel) : null;
        await desk.CountTurnedAwayAsync(Site, Visitors ?? throw new Refusal("noon.turned-away", "請填今天午休沒辦成的人數；沒有就填 0。", "Enter how many visitors could not be helped over noon today; 0 if none.", "visitors"), staff.Actor, Cancel);
        return RedirectToPage(new { counted = true });
    }

    public Phrase NameOf(string service) => services.Find(service, Today)?.Name ?? Phrase.Same(service);
}
