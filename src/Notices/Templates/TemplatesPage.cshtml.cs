using GridDesk.Staff;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Notices.Templates;

/// <summary>What the office says to customers, by template. For those who keep the pack and those who answer for what it says.</summary>
[Needs(Right.ManagePack, Right.AmendPlan)]
internal sealed class TemplatesPage(TemplateList list) : PageModel
{
    public IReadOnlyList<TemplateRow> Rows { get; private set; } = [];

    public async Task OnGetAsync() => Rows = await list.AllAsync(HttpContext.RequestAborted);
}
