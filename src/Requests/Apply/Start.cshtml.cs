using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Pack;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Requests.Apply;

/// <summary>Where an application begins: what it is about and what to have at hand.</summary>
[Public]
internal sealed class StartPage(Drafts drafts, PackInForce pack) : PageModel, IShowAgain
{
    public ServiceDefinition Service { get; private set; } = null!;

    /// <summary>They come from a draft that is no longer there.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Lost { get; set; }

    public IEnumerable<RequiredDocument> Papers => Service.Documents.Where(d => d.Required && d.When is null);

    public bool HasMorePapers => Service.Documents.Any(d => d.When is not null);

    public string Phone => pack.Office.Phone;

    public IActionResult OnGet(string code)
    {
        if (drafts.Startable(code) is not { } service)
        {
            return NotFound();
        }

        Service = service;
        return Page();
    }

    /// <summary>What was sent could not even be read.</summary>
    public Task ShowAgainAsync()
    {
        Service = drafts.Startable((string)RouteData.Values["code"]!) ?? throw new Refusal("not-found", "沒有這項可以線上申請的服務。", "There is no such service to apply for online.");
        return Task.CompletedTask;
    }

    public async Task<IActionResult> OnPostAsync(string code)
    {
        if (drafts.Startable(code) is not { } service)
        {
            return NotFound();
        }

        var draft = await drafts.BeginAsync(service, HttpContext);
        var first = drafts.JourneyOf(service, new Application()).Stops[0];
        return LocalRedirect($"~/apply/{service.Code.ToLowerInvariant()}/{draft.Id}/{first.Path}");
    }
}
