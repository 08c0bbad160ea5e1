using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Pack;
using GridDesk.Staff;
using GridDesk.Ui.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Notices.Care;

/// <summary>Enters what a customer asks for while they are on the telephone.</summary>
[Needs(Right.FileRequests)]
internal sealed class NewCareCallPage(CareDesk desk, PackInForce pack, FieldKinds kinds, CurrentStaff staff) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public List<string> Materials { get; set; } = [];

    [BindProperty]
    public CareWay? Way { get; set; }

    [BindProperty]
    public string? To { get; set; }

    public IReadOnlyList<Choice> Choices => [.. CareList.Of(pack).Materials.Select(m => new Choice(m.Code, m.Name))];

    public IReadOnlyList<Choice> Ways { get; } = [.. Enum.GetValues<CareWay>().Select(way => new Choice($"{way}", way.Title))];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        var wish = CareWish.Read(Name, Phone, Materials, Way, To, CareList.Of(pack), kinds);
        var call = await desk.AskAsync(wish, staff.Actor, $"{staff.Id}", HttpContext.RequestAborted);
        return LocalRedirect($"~/desk/care-calls/{call.Id}?done=ask");
    }
}
