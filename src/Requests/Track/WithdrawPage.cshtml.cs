using GridDesk.Kernel.Events;
using GridDesk.Requests.Api;
using GridDesk.Staff;
using GridDesk.Ui.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Requests.Track;

/// <summary>Asks once more, and withdraws a request.</summary>
[Public]
internal sealed class WithdrawPage(RequestDesk desk) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>Null when the number and the code do not open any.</summary>
    public ServiceRequest? Asked { get; private set; }

    public Phrase? ServiceName => Asked is null ? null : desk.ServiceOf(Asked).Name;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Asked = await LookUpAsync(cancel);
        return Asked.Status == RequestStatus.Closed ? Back(null) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Asked = await LookUpAsync(cancel);
        if (Asked.Status != RequestStatus.Closed)
        {
            await desk.CloseAsync(new(Asked.Id, null, Actor.Customer), Outcome.Withdrawn, null, cancel);
        }

        return Back("withdrawn");
    }

    private Task<ServiceRequest> LookUpAsync(CancellationToken cancel) => desk.LookUpAsync(Number, Code, HttpContext.CallerAddress(), cancel);

    private LocalRedirectResult Back(string? done) =>
        LocalRedirect($"~/track/{Asked!.Name}?code={Uri.EscapeDataString(Code ?? "")}{(done is null ? "" : $"&done={done}")}");
}
