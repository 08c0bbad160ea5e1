using GridDesk.Staff;
using Microsoft.AspNetCore.Mvc;

namespace GridDesk.Notices.Webhooks;

/// <summary>Registers a receiver.</summary>
[Needs(Right.ManageWebhooks)]
internal sealed class NewWebhookPage(WebhookDesk desk, CurrentStaff staff) : WebhookForm
{
    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        var receiver = await desk.RegisterAsync(Name, Address, Kinds, staff.Actor, HttpContext.RequestAborted);
        return LocalRedirect($"~/desk/admin/webhooks/{receiver.Id}?added=true");
    }
}
