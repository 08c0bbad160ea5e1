using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Track;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Ui.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Requests.Apply;

/// <summary>What came of an application: a number and a promise, or a slip and what is missing.</summary>
[Public]
internal sealed class DonePage(Drafts drafts, RequestDesk desk, PackInForce pack, IClock clock) : PageModel
{
    public Progress Progress { get; private set; } = null!;

    public ServiceRequest Filed => Progress.Request;

    public string TrackingCode { get; private set; } = "";

    public PromiseView? Promise { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, Guid draft, CancellationToken cancel)
    {
        if (drafts.Startable(code) is not { } service)
        {
            return NotFound();
        }

        if (await drafts.OpenAsync(draft, service, HttpContext) is not { } opened)
        {
            return LocalRedirect($"~/apply/{code}?lost=true");
        }

        if (opened.Filed is not { } filed)
        {
            return LocalRedirect($"~/apply/{code}/{draft}/check");
        }

        var request = await desk.GetAsync(filed, cancel);
        var now = clock.Now();
        Progress = Progress.Of(request, desk.ServiceOf(request), await desk.PromiseOfAsync(request, cancel), pack, now);
        TrackingCode = await desk.CodeOfAsync(request, cancel);
        Promise = ShownPromise.Of(Progress, pack.Calendar, now);
        return Page();
    }
}
