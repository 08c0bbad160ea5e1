using System.Text;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Notices.Templates;
using GridDesk.Staff;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Notices.Mass;

/// <summary>Says what many customers are to hear, and about which accounts it is.</summary>
[Needs(Right.TellMany)]
internal sealed class NewMassNoticePage(MassDesk desk, MessageDesk messages, PackInForce pack, CurrentStaff staff, IClock clock) : PageModel, IShowAgain
{
    private const int LongestList = 2 * 1024 * 1024;

    private bool _wasRead;

    [BindProperty]
    public MassForm Input { get; set; } = new();

    [BindProperty]
    public IFormFile? List { get; set; }

    public IReadOnlyList<Choice> Templates => [.. messages.TemplatesAbout(TemplateFields.Mass).Select(t => new Choice(t.Code, t.Name ?? Phrase.Same(t.Code)))];

    public void OnGet() => Input.Day = pack.Calendar.Today(clock.Now());

    public async Task<IActionResult> OnPostAsync()
    {
        _wasRead = true;
        await TakeListAsync();
        var notice = await desk.PlanAsync(Read(), staff.Actor, HttpContext.RequestAborted);
        return LocalRedirect($"~/desk/mass-notices/{notice.Id}");
    }

    /// <summary>A date that cannot be read must not hide what else is wrong.</summary>
    public async Task ShowAgainAsync()
    {
        if (_wasRead)
        {
            return;
        }

        IReadOnlyList<Refusal> also = [];
        try
        {
            await TakeListAsync();
            Read();
        }
        catch (Refusal one)
        {
            also = [one];
        }
        catch (Refusals several)
        {
            also = several.All;
        }

        foreach (var refusal in also.Where(r => r.Field is not "day"))
        {
            ModelState.AddModelError(refusal.Field is { Length: > 0 } field and not "list" ? $"Input.{char.ToUpperInvariant(field[0])}{field[1..]}" : "List", refusal.Reason.ToString());
        }
    }

    private async Task TakeListAsync()
    {
        if (List is { Length: > 0 } list)
        {
            // A browser does not keep a file that was refused; its lines stand in the box instead, to be mended there.
            Input.Numbers = await TextOf(list, HttpContext.RequestAborted);
            ModelState.Remove("Input.Numbers");
        }
    }

    private MassWish Read() => MassWish.Read(Input, messages.TemplatesAbout(TemplateFields.Mass).FirstOrDefault(t => t.Code == Input.Template), pack, clock.Now());

    private static async Task<string> TextOf(IFormFile list, CancellationToken cancel)
    {
        if (list.Length > LongestList)
        {
            throw new Refusal("mass-notice.file", "檔案最大 2 MB，請只留電號那一欄。", "At most 2 MB: keep the column with the numbers only.", "list");
        }

        using var reader = new StreamReader(list.OpenReadStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync(cancel);
    }
}
