using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Hall.Messages;

/// <summary>Writes what everybody in a hall is to know, where it is shown, and from when until when.</summary>
[Needs(Right.WriteHallMessages)]
internal sealed class NewMessagePage(HallMessageDesk desk, PackInForce pack, CurrentStaff me, IClock clock) : PageModel, IReadForm
{
    private const int UsualDays = 7;

    [BindProperty]
    public MessageForm Input { get; set; } = new();

    public MessageFields Fields => MessageFields.Of(Input, pack);

    public void OnGet()
    {
        var now = clock.Now().InZone(pack.Calendar.Zone).LocalDateTime;
        Input.Set(now, now.Date.PlusDays(UsualDays).At(new LocalTime(17, 0)));
        Input.Site = Fields.Sites.FirstOrDefault(s => s.Value == me.Site)?.Value ?? (Fields.Sites is [var first, ..] ? first.Value : null);
        Input.Media = [$"{HallMedium.Television}"];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await desk.WriteAsync(desk.Read(Input), me.Actor, HttpContext.RequestAborted);
        return LocalRedirect("~/desk/hall/messages?done=written");
    }

    Task IReadForm.ReadAsync()
    {
        desk.Read(Input);
        return Task.CompletedTask;
    }
}
