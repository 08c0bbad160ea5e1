using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Noon;
using GridDesk.Staff;
using GridDesk.Ui;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Requests.Intake;

/// <summary>What the clerk tells the customer across the counter: the number, the code, the day, or what is missing.</summary>
[Needs(Right.FileRequests, Right.ReceiveOnly)]
internal sealed class TakenPage(RequestDesk desk, RequestAccess access, NoonDuties noon, IEnumerable<IIntakeOrigin> origins, PackInForce pack, CurrentStaff staff, IClock clock) : PageModel, IShowAgain
{
    public Progress Progress { get; private set; } = null!;

    public ServiceRequest Taken => Progress.Request;

    public string Code { get; private set; } = "";

    /// <summary>What the request was made of, as events name it: a ticket.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>Where the clerk goes on; null when the request came from nowhere in particular.</summary>
    public string? BackTo => Back is null ? null : origins.Select(o => o.HrefOf(Back)).FirstOrDefault(href => href is not null);

    public bool MayOpen => access.MaySee(Taken);

    /// <summary>A volunteer did it there and then, and may finish it.</summary>
    public bool MayFinish { get; private set; }

    public Task OnGetAsync(Guid id) => LoadAsync(id);

    public Task ShowAgainAsync() => LoadAsync(Guid.Parse((string)RouteData.Values["id"]!));

    /// <summary>Finishes a simple kind that a volunteer accepted over noon.</summary>
    [AlsoNeeds(Right.CompleteAtNoon)]
    public async Task<IActionResult> OnPostFinishAsync(Guid id)
    {
        await LoadAsync(id);
        (await noon.NowAsync(HttpContext.RequestAborted)).Require(NoonMay.Complete, Progress.Service, pack.Calendar.Zone);
        await desk.CloseAsync(new(id, Taken.Version, staff.Actor), Outcome.Done, null, HttpContext.RequestAborted);
        return RedirectToPage(new { id });
    }

    private async Task LoadAsync(Guid id)
    {
        var request = await desk.GetAsync(id, HttpContext.RequestAborted);
        if (request.TakenInBy != $"{staff.Id}")
        {
            access.Require(request);
        }

        Progress = Progress.Of(request, desk.ServiceOf(request), await desk.PromiseOfAsync(request, HttpContext.RequestAborted), pack, clock.Now());
        MayFinish = staff.Has(Right.CompleteAtNoon) && request is { Number: not null, Status: RequestStatus.InProgress }
            && (await noon.NowAsync(HttpContext.RequestAborted)).May(Progress.Service) == NoonMay.Complete;
        Code = await desk.CodeOfAsync(request, HttpContext.RequestAborted);
    }
}
