using GridDesk.Kernel.Data;
using GridDesk.Staff;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Notices.Webhooks;

/// <summary>One receiver: what it gets, what waits, every attempt; pause, resume, send again.</summary>
[Needs(Right.ManageWebhooks)]
internal sealed class WebhookPage(WebhookDesk desk, OfficeDb db, CurrentStaff staff) : PageModel, IShowAgain
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary><c>given-up</c>, or everything.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>The attempt before which the page begins.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    /// <summary>It was registered a moment ago.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Added { get; set; }

    /// <summary>The version that the page showed.</summary>
    [BindProperty]
    public int? Version { get; set; }

    public WebhookReceiver Receiver { get; private set; } = null!;

    public IReadOnlyList<(WebhookAttempt Attempt, WebhookDelivery Delivery)> Log { get; private set; } = [];

    public int Waiting { get; private set; }

    public Instant? Oldest { get; private set; }

    public int GivenUp { get; private set; }

    public string? First { get; private set; }

    public string? Next { get; private set; }

    private WebhookDesk.Change Change => new(Id, Version, staff.Actor);

    private CancellationToken Cancel => HttpContext.RequestAborted;

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task ShowAgainAsync()
    {
        db.ChangeTracker.Clear();
        Receiver = await desk.GetAsync(Id, Cancel);
        var all = db.WebhookDeliveries.AsNoTracking().Where(d => d.Receiver == Id);
        Waiting = await all.CountAsync(d => d.DoneAt == null && d.GivenUpAt == null, Cancel);
        Oldest = await all.Where(d => d.DoneAt == null && d.GivenUpAt == null).MinAsync(d => (Instant?)d.QueuedAt, Cancel);
        GivenUp = await all.CountAsync(d => d.GivenUpAt != null, Cancel);
        var attempts = db.WebhookAttempts.AsNoTracking().Where(a => a.Receiver == Id).Join(Show == "given-up" ? all.Where(d => d.GivenUpAt != null) : all, a => a.Delivery, d => d.Id, (a, d) => new { Attempt = a, Delivery = d });
        attempts = Before is { } before ? attempts.Where(row => row.Attempt.Id.CompareTo(before) < 0) : attempts;
        var found = await attempts.OrderByDescending(row => row.Attempt.Id).Take(PageSize + 1).ToListAsync(Cancel);
        Log = [.. found.Take(PageSize).Select(row => (row.Attempt, row.Delivery))];
        Next = found.Count > PageSize ? $"~/desk/admin/webhooks/{Id}?show={Show}&before={Log[^1].Attempt.Id}" : null;
        First = Before is null ? null : $"~/desk/admin/webhooks/{Id}?show={Show}";
    }

    public Task<IActionResult> OnPostTestAsync() => DoneAsync(desk.SendTestAsync(Id, Cancel));

    public Task<IActionResult> OnPostPauseAsync() => DoneAsync(desk.PauseAsync(Change, Cancel));

    public Task<IActionResult> OnPostResumeAsync() => DoneAsync(desk.ResumeAsync(Change, Cancel));

    public Task<IActionResult> OnPostAgainAsync(Guid delivery) => DoneAsync(desk.SendAgainAsync(Id, delivery, Cancel));

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        await desk.RemoveAsync(Change, Cancel);
        return LocalRedirect("~/desk/admin/webhooks?removed=true");
    }

    private async Task<IActionResult> DoneAsync(Task done)
    {
        await done;
        return LocalRedirect($"~/desk/admin/webhooks/{Id}?done=true");
    }
}
