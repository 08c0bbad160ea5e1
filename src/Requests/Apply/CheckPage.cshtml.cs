using System.Text.Json.Nodes;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Time;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Requests.Apply;

/// <summary>The last page: everything once more, and the button that files it. Pressed twice, it files once.</summary>
[Public]
internal sealed class CheckPage(Drafts drafts, ServiceCatalogue services, FieldKinds kinds, RequestDesk desk, ReminderTick reminders, IClock clock) : PageModel, IShowAgain
{
    private Draft _draft = null!;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Draft { get; set; }

    /// <summary>They agree to be reminded of the account's bills.</summary>
    [BindProperty]
    public bool Reminders { get; set; }

    public ServiceDefinition Service { get; private set; } = null!;

    public Journey Journey { get; private set; } = null!;

    public Application Typed => Journey.Typed;

    public string Base => $"~/apply/{Service.Code.ToLowerInvariant()}/{Draft}";

    /// <summary>There is an account, and a telephone that a machine can reach.</summary>
    public bool MayBeReminded => reminders.Fits(Typed.ElectricityNumber, Typed.Applicant?.Phone);

    public IEnumerable<RequiredDocument> Welcome => Journey.Welcome(Service);

    public IReadOnlyList<ShownAnswer> Answers => services.FormOf(Service).Show(Journey.Read.Answers);

    public async Task<IActionResult> OnGetAsync() => await OpenAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await OpenAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var documents = Service.DocumentsFor(new Facts(Journey.Read.Answers, Typed.Kind, Typed.HasAgent == true))
            .SelectMany(d => Typed.PapersFor(d.Id).Files.Select(f => new GivenDocument(d.Id, f.Upload)));
        try
        {
            await desk.FileAsync(Journey.FilingOf(Service, Typed) with { Documents = [.. documents], Language = Languages.Current }, Actor.Customer, keep: filed =>
            {
                _draft.FiledAs(filed.Request.Id, clock.Now());
                return Reminders && MayBeReminded ? reminders.TakeAsync(filed.Request, Actor.Customer, cancel) : Task.CompletedTask;
            }, cancel: cancel);
        }
        catch (Exception refused) when (refused is Refusal or Kernel.Refusals)
        {
            // The button was pressed twice, and the other press came first: it has the draft and its files.
            // The page of the result says what came of it.
            if (!await drafts.IsFiledAsync(Draft, cancel))
            {
                throw;
            }
        }

        return LocalRedirect($"{Base}/done");
    }

    /// <summary>What was sent could not even be read, so nothing is opened yet; otherwise the refused page still holds it.</summary>
    public async Task ShowAgainAsync()
    {
        if (Journey is null && await OpenAsync() is not null)
        {
            throw Drafts.Gone();
        }
    }

    /// <summary>An answer of one of the pages as a person reads it; as typed when it cannot be read.</summary>
    public string Shown(string kind, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return Languages.Say("（沒有填）", "(not given)");
        }

        try
        {
            var question = new Question("shown", kind, Phrase.Same(kind));
            return kinds[kind].Show(question, kinds[kind].Read(question, JsonValue.Create(typed)));
        }
        catch (Refusal)
        {
            return typed;
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

        Journey = drafts.JourneyOf(service, await drafts.WithoutLostFilesAsync(Application.Of(draft.Typed), HttpContext.RequestAborted));
        return Journey.FirstOpen is { } open ? LocalRedirect($"{Base}/{open.Path}") : null;
    }
}
