using GridDesk.Staff;
using Microsoft.AspNetCore.Mvc;

namespace GridDesk.Notices.Webhooks;

/// <summary>Changes a receiver: its name, its address, what it gets from now on.</summary>
[Needs(Right.ManageWebhooks)]
internal sealed class EditWebhookPage(WebhookDesk desk, CurrentStaff staff) : WebhookForm
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The version that the reader was shown.</summary>
    [BindProperty]
    public int Version { get; set; }

    public async Task OnGetAsync()
    {
        var receiver = await desk.GetAsync(Id, HttpContext.RequestAborted);
        (Name, Address, Kinds, Version) = (receiver.Name, receiver.Url, [.. receiver.Kinds], receiver.Version);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await desk.ChangeAsync(new(Id, Version, staff.Actor), Name, Address, Kinds, HttpContext.RequestAborted);
        return LocalRedirect($"~/desk/admin/webhooks/{Id}?done=true");
    }
}
