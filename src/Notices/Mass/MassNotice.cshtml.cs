using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Notices.Templates;
using GridDesk.Staff;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Notices.Mass;

/// <summary>How far a mass notice has come and what remains; from here it is started, paused, resumed and called off.</summary>
[Needs(Right.TellMany)]
internal sealed class MassNoticePage(OfficeDb db, MassDesk desk, MessageDesk messages, PackInForce pack, TemplateSamples samples, CurrentStaff staff, IClock clock) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The version that the page showed.</summary>
    [BindProperty]
    public int? Version { get; set; }

    public MassNotice Notice { get; private set; } = null!;

    public MassProgress Progress { get; private set; } = null!;

    /// <summary>What customers read or hear; none when the pack has no such template any more.</summary>
    public IReadOnlyList<TemplatePreview> Texts { get; private set; } = [];

    /// <summary>It has been going for longer than the minute of which is said how much left in it.</summary>
    public bool IsUnderWay => clock.Now() - Notice.Since >= Duration.FromMinutes(1);

    private CancellationToken Cancel => HttpContext.RequestAborted;

    public async Task OnGetAsync()
    {
        await ShowAgainAsync();
        if (Notice.State is MassState.Choosing or MassState.Running)
        {
            // No script is needed to see how far it has come.
            Response.Headers["Refresh"] = "3";
        }
    }

    public async Task<IActionResult> OnPostAsync(string? act)
    {
        var change = new MassDesk.Change(Id, Version, staff.Actor);
        await (act switch
        {
            "start" => desk.StartAsync(change, Cancel),
            "pause" => desk.PauseAsync(change, Cancel),
            "resume" => desk.ResumeAsync(change, Cancel),
            "call-off" => desk.CallOffAsync(change, Cancel),
            _ => throw new Refusal("mass-notice.act", "請按頁面上的按鈕。", "Use a button of the page."),
        });
        return RedirectToPage(new { id = Id });
    }

    public async Task ShowAgainAsync()
    {
        db.ChangeTracker.Clear(); // a refused change may have altered what is tracked; the page shows what is stored
        Notice = await desk.GetAsync(Id, Cancel);
        Progress = await MassProgress.OfAsync(db, Id, clock.Now(), Cancel);
        Texts = messages.TemplateOf(Notice.Template) is { } template
            ? TemplatePreview.Of(new(template, TemplateText.Of(template), template.ValidFrom), samples.OfMass(Phrase.Same(Notice.Name), Notice.Facts), pack, pack.Calendar.Today(clock.Now())) : [];
    }
}
