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
internal sealed class MassNoticePage(OfficeDb db, MassDesk desk, MessageDesk messages, PackInForce pack, PublicAddress address, CurrentStaff staff, IClock clock) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The version that the page showed.</summary>
    [BindProperty]
    public int? Version { get; set; }

    public MassNotice Notice { get; private set; } = null!;

    public MassProgress Progress { get; private set; } = null!;

    public IReadOnlyList<MassText> Texts { get; private set; } = [];

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
        Texts = messages.TemplateOf(Notice.Template) is { } template ? MassText.Of(template, Notice, pack, address) : [];
    }
}

/// <summary>What a customer reads or hears, with the link to their own choices as an example.</summary>
/// <param name="Parts">Of a text message: how many it is paid as.</param>
internal sealed record MassText(MessageChannel Channel, Language Language, string Title, string Text, int? Parts)
{
    // As long as those that are sent, so that the text messages are counted as they will be paid.
    private const int ContactLink = 22;

    public static IReadOnlyList<MassText> Of(MessageTemplate template, MassNotice notice, PackInForce pack, PublicAddress address) =>
    [
        .. from channel in (MessageChannel[])[MessageChannel.Sms, MessageChannel.Voice, MessageChannel.Email]
           let over = template.Over(channel)
           where over is not null
           from language in (Language[])[Language.Chinese, Language.English]
           let fields = new Dictionary<string, string>(notice.Facts.FieldsIn(language, pack)) { [TemplateFields.Choices] = $"{address.Of(language)}/contacts/{new string('x', ContactLink)}" }
           let text = Filling.Fill(over.Value.Text.In(language), fields)
           select new MassText(channel, language, Filling.Fill(over.Value.Title.In(language), fields), text, channel is MessageChannel.Sms ? SmsParts.Of(text).Count : null)
    ];
}
