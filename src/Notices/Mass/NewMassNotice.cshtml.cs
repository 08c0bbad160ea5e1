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
internal sealed class NewMassNoticePage(MassDesk desk, MessageDesk messages, PackInForce pack, CurrentStaff staff, IClock clock) : PageModel, IReadForm
{
    private const int LongestList = 2 * 1024 * 1024;

    [BindProperty]
    public MassForm Input { get; set; } = new();

    [BindProperty]
    public IFormFile? List { get; set; }

    public IReadOnlyList<Choice> Templates => [.. messages.TemplatesAbout(TemplateFields.Mass).Select(t => new Choice(t.Code, t.Name ?? Phrase.Same(t.Code)))];

    public void OnGet() => Input.Day = pack.Calendar.Today(clock.Now());

    public async Task<IActionResult> OnPostAsync()
    {
        var notice = await desk.PlanAsync(await ReadAsync(), staff.Actor, HttpContext.RequestAborted);
        return LocalRedirect($"~/desk/mass-notices/{notice.Id}");
    }

    Task IReadForm.ReadAsync() => ReadAsync();

    private async Task<MassWish> ReadAsync()
    {
        if (List is { Length: > 0 } list)
        {
            // A browser does not keep a file that was refused; its lines stand in the box instead, to be mended there.
            Input.Numbers = await TextOf(list, HttpContext.RequestAborted);
            ModelState.Remove("Input.Numbers");
        }

        return MassWish.Read(Input, messages.TemplatesAbout(TemplateFields.Mass).FirstOrDefault(t => t.Code == Input.Template), pack, clock.Now());
    }

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
