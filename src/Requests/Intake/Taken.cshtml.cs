using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using GridDesk.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Requests.Intake;

/// <summary>What the clerk tells the customer across the counter: the number, the code, the day, or what is missing.</summary>
[Needs(Right.FileRequests, Right.ReceiveOnly)]
internal sealed class TakenPage(RequestDesk desk, RequestAccess access, PackInForce pack, CurrentStaff staff, IClock clock) : PageModel
{
    public Progress Progress { get; private set; } = null!;

    public ServiceRequest Taken => Progress.Request;

    public string Code { get; private set; } = "";

    public bool MayOpen => access.MaySee(Taken);

    public async Task OnGetAsync(Guid id)
    {
        var request = await desk.GetAsync(id, HttpContext.RequestAborted);
        if (request.TakenInBy != $"{staff.Id}")
        {
            access.Require(request);
        }

        Progress = Progress.Of(request, desk.ServiceOf(request), await desk.PromiseOfAsync(request, HttpContext.RequestAborted), pack, clock.Now());
        Code = await desk.CodeOfAsync(request, HttpContext.RequestAborted);
    }
}
