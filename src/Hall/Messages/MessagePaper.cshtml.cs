using GridDesk.Kernel.Pack;
using GridDesk.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Hall.Messages;

/// <summary>A message as a sheet for the notice board.</summary>
[Needs(Right.WriteHallMessages, Right.ApproveHallMessages)]
internal sealed class MessagePaperPage(HallMessageDesk desk, PackInForce pack) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public HallMessage Message { get; private set; } = null!;

    public Phrase Office => pack.Office.Name;

    public async Task OnGetAsync()
    {
        Message = await desk.GetAsync(Id, HttpContext.RequestAborted);
        if (Message.ApprovedAt is null || !Message.Media.Contains(HallMedium.NoticeBoard))
        {
            throw new Refusal("not-found", "這則沒有要貼在公布欄的紙：還沒核准，或不在公布欄公告。", "This has no paper for the notice board: it is not approved, or not meant for it.");
        }
    }
}
