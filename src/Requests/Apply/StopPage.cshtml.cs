using GridDesk.Kernel.Pack;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Requests.Apply;

/// <summary>One page of an application. What is typed is kept first and judged afterwards, so nothing typed is lost.</summary>
[Public]
internal sealed class StopPage(Drafts drafts, PackInForce pack) : PageModel, IShowAgain
{
    private Draft _draft = null!;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Draft { get; set; }

    [BindProperty(SupportsGet = true)]
    public string At { get; set; } = "";

    /// <summary>They came from the last page to change this, and go back there.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Change { get; set; }

    public ServiceDefinition Service { get; private set; } = null!;

    public Journey Journey { get; private set; } = null!;

    public Stop Stop { get; private set; } = null!;

    public Application Typed => Journey.Typed;

    public string Phone => pack.Office.Phone;

    public string Base => $"~/apply/{Service.Code.ToLowerInvariant()}/{_draft.Id}";

    public string Back => Change ? $"{Base}/check" : Journey.Before(Stop) is { } before ? $"{Base}/{before.Path}" : $"~/apply/{Service.Code.ToLowerInvariant()}";

    public async Task<IActionResult> OnGetAsync() => await OpenAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await OpenAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var form = await Request.ReadFormAsync(cancel);
        var page = new PostedPage(form, Stop, drafts);
        var typed = await page.TakeAsync(Typed, cancel);
        Journey = await drafts.KeepAsync(_draft, Service, typed, cancel);
        Stop = Journey.Find(At, Service)!;
        Refusals.ThrowIfAny(page.Refused);
        if (page.Stays)
        {
            return LocalRedirect($"{Base}/{At}{(Change ? "?change=true" : "")}");
        }

        Refusals.ThrowIfAny(Stop.Problems);
        var next = Change ? Journey.FirstOpen : Journey.After(Stop);
        return LocalRedirect(next is null ? $"{Base}/check" : $"{Base}/{next.Path}{(Change ? "?change=true" : "")}");
    }

    /// <summary>What was sent could not even be read, so nothing is opened yet.</summary>
    public async Task ShowAgainAsync()
    {
        if (Journey is null && await OpenAsync() is not null)
        {
            throw Drafts.Gone();
        }
    }

    private async Task<IActionResult?> OpenAsync()
    {
        if (drafts.Startable(Code) is not { } service)
        {
            return NotFound();
        }

        if (await drafts.OpenAsync(Draft, service, HttpContext) is not { } draft)
        {
            return LocalRedirect($"~/apply/{Code}?lost=true");
        }

        (Service, _draft) = (service, draft);
        if (draft.Filed is not null)
        {
            return LocalRedirect($"{Base}/done");
        }

        Journey = drafts.JourneyOf(service, Application.Of(draft.Typed));
        if (Journey.Find(At, service) is not { } stop)
        {
            return LocalRedirect($"{Base}/{Journey.FirstOpen?.Path ?? "check"}"); // an answer changed, and this is no longer asked
        }

        Stop = stop;
        return null;
    }
}
