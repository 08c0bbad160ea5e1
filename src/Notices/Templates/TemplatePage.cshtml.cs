using System.Text;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using GridDesk.Staff.Access;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Notices.Templates;

/// <summary>One template with a real case, masked until the reader asks to see it; and a change of words, tried before it becomes a file of the pack.</summary>
[Needs(Right.ManagePack, Right.AmendPlan)]
internal sealed class TemplatePage(TemplateList list, TemplateSamples samples, PackInForce pack, CurrentStaff staff, AccessLog looks, IClock clock) : PageModel, IShowAgain
{
    /// <summary>Of the case to try it with; the newest when empty.</summary>
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public LocalDate? ValidFrom { get; set; }

    public MessageTemplate Template { get; private set; } = null!;

    public TemplateSample Sample { get; private set; } = null!;

    public TemplateDraft Draft { get; private set; } = null!;

    public IReadOnlyList<TemplatePreview> Previews { get; private set; } = [];

    /// <summary>What keeps what was typed from being loaded.</summary>
    public IReadOnlyList<Phrase> Mistakes { get; private set; } = [];

    /// <summary>The texts were changed and would load.</summary>
    public bool IsFine => Draft.IsChanged && Mistakes.Count == 0;

    public bool MayShow => staff.Has(Right.SeePersonalData) && Sample.IsMasked && Sample.Subject is not null;

    public bool TakesNumber => Template.About == "request" && staff.Has(Right.SeeRequests);

    /// <summary>Null where any field is known.</summary>
    public string? KnownFields(MessageChannel channel) => Template.About == TemplateFields.Free ? null
        : string.Join(' ', TemplateFields.Known[Template.About].Concat(channel is MessageChannel.Push or MessageChannel.Letter ? [] : [TemplateFields.Choices]).Distinct());

    private CancellationToken Cancel => HttpContext.RequestAborted;

    public Task OnGetAsync() => ShowAsync(shown: false);

    /// <summary>Shows what was typed, with the case; nothing is saved.</summary>
    public Task OnPostPreviewAsync() => ShowAsync(shown: false);

    /// <summary>Shows who the case is about, after recording that somebody looked.</summary>
    [AlsoNeeds(Right.SeePersonalData)]
    public async Task OnPostShowAsync()
    {
        await ShowAsync(shown: true);
        if (Sample is { Subject: { } subject, Number: { } number })
        {
            await looks.RecordAsync(staff.Id, subject, $"/desk/notices/templates/{Template.Code}", number, Cancel);
        }
    }

    /// <summary>What was typed, as a file for the pack.</summary>
    public async Task<IActionResult> OnPostFileAsync()
    {
        await ShowAsync(shown: false);
        if (ValidFrom is not { } day || day < list.Tomorrow || list.Exists(Template.Code, day))
        {
            throw new Refusal("template.valid-from", "請給明天以後的日子，而且這一天還沒有別的版本。", "Give a day after today on which no other version begins.", "validFrom");
        }

        return Mistakes.Count > 0 ? Page() : File(Encoding.UTF8.GetBytes(Draft.Yaml), "application/yaml", Draft.FileName);
    }

    /// <summary>With the newest case: the one that was asked for may be what is wrong.</summary>
    public Task ShowAgainAsync()
    {
        Number = null;
        return ShowAsync(shown: false);
    }

    private async Task ShowAsync(bool shown)
    {
        Template = list.Get((string)RouteData.Values["code"]!);
        Draft = TemplateDraft.Read(Template, ValidFrom ??= list.Tomorrow, Typed);
        Mistakes = Draft.IsChanged ? Draft.Mistakes : [];
        Sample = await samples.OfAsync(Template, TakesNumber ? Number : null, shown, Cancel);
        Previews = TemplatePreview.Of(Draft, Sample, pack, pack.Calendar.Today(clock.Now()));
    }

    private string? Typed(string name) => Request.HasFormContentType && Request.Form.TryGetValue(name, out var typed) ? $"{typed}" : null;
}
