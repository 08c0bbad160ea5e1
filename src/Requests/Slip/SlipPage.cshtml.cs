using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Api;
using GridDesk.Requests.Track;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Ui.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Requests.Slip;

/// <summary>The slip of a request on 80 mm paper. Showing it changes nothing; each printing is recorded.</summary>
[Public]
internal sealed class SlipPage(RequestDesk desk, RequestAccess access, CurrentStaff staff, PackInForce pack, IClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>Open the browser's print window.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Print { get; set; }

    /// <summary>Null when the number and the code do not open any.</summary>
    public Progress? Progress { get; private set; }

    public string TrackingCode { get; private set; } = "";

    public QrSvg Qr { get; private set; } = null!;

    public Phrase OfficeName => pack.Office.Name;

    public Site Site { get; private set; } = null!;

    public Phrase Hours { get; private set; } = null!;

    private string Address => HttpContext.PublicRoot() + (Languages.Current is Language.English ? "/en" : "");

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var request = await OpenAsync(cancel);
        var now = clock.Now();
        var today = pack.Calendar.Today(now);
        Progress = Progress.Of(request, desk.ServiceOf(request), await desk.PromiseOfAsync(request, cancel), pack, now);
        TrackingCode = await desk.CodeOfAsync(request, cancel);
        Qr = QrSvg.Of($"{Address}/track/{request.Name}?code={TrackingCode}&by={TrackPage.FromSlip}");
        Site = pack.Sites.Sites.FirstOrDefault(s => s.Code == request.Site) ?? pack.Sites.Sites[0];
        Hours = pack.Calendar.OpenFrom(today, Site.Code);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var request = await OpenAsync(cancel);
        await desk.SlipPrintedAsync(new(request.Id, null, staff.IsSignedIn ? staff.Actor : Actor.Customer), cancel);
        return LocalRedirect($"~/slip/{request.Name}?code={Uri.EscapeDataString(Code ?? "")}&print=true");
    }

    // At the counter many slips leave from one address, and whoever may see the request needs no code for it.
    private async Task<ServiceRequest> OpenAsync(CancellationToken cancel) =>
        staff.IsSignedIn && await desk.FindAsync(Number, cancel) is { } own && (access.MaySee(own) || own.TakenInBy == $"{staff.Id}")
            ? own
            : await desk.LookUpAsync(Number, Code, HttpContext.CallerAddress(), cancel);
}
