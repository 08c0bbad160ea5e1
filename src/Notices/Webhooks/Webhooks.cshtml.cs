using GridDesk.Kernel.Data;
using GridDesk.Notices.Webhooks.Sign;
using GridDesk.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Notices.Webhooks;

/// <summary>Every receiver with what waits for it, and the key by which they believe us.</summary>
[Needs(Right.ManageWebhooks)]
internal sealed class WebhooksPage(OfficeDb db, SigningKeys keys) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public bool Removed { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public SigningKey Key { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        var cancel = HttpContext.RequestAborted;
        Key = await keys.GetAsync(db, cancel);
        Rows = await db.WebhookReceivers.AsNoTracking().Where(r => r.State != WebhookState.Removed).OrderBy(r => r.Name).Select(r => new Row(
            r,
            db.Set<WebhookDelivery>().Count(d => d.Receiver == r.Id && d.DoneAt == null && d.GivenUpAt == null),
            db.Set<WebhookDelivery>().Count(d => d.Receiver == r.Id && d.GivenUpAt != null),
            db.Set<WebhookAttempt>().Where(a => a.Receiver == r.Id).OrderByDescending(a => a.At).ThenByDescending(a => a.Id).FirstOrDefault())).ToListAsync(cancel);
    }

    internal sealed record Row(WebhookReceiver Receiver, int Waiting, int GivenUp, WebhookAttempt? Last);
}
