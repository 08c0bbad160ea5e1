using GridDesk.Kernel.Data;
using GridDesk.Staff;
using GridDesk.Staff.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Notices.Spooled;

/// <summary>One message of the spool, as its file says it. Looking at it is recorded.</summary>
[Needs(Right.SendMessages)]
internal sealed class SpooledPage(OfficeDb db, SpoolFolder folder, CurrentStaff staff, AccessLog looks) : PageModel
{
    private const string OfRequest = "request:";

    public Message Message { get; private set; } = null!;

    /// <summary>Null when it lies on another machine, or was removed.</summary>
    public string? Text { get; private set; }

    public Guid? Case => Message.About.StartsWith(OfRequest, StringComparison.Ordinal) && Guid.TryParse(Message.About[OfRequest.Length..], out var id) ? id : null;

    public async Task OnGetAsync(Guid id, CancellationToken cancel)
    {
        Message = await db.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.Provider == Spool.ProviderName, cancel)
            ?? throw new Refusal("not-found", "暫存匣裡沒有這一則。", "There is no such message in the spool.");
        if (await folder.ReadAsync(Message.Channel, id, cancel) is { } text)
        {
            await looks.RecordAsync(staff.Id, Case is null ? Message.Key : Message.About, $"/desk/admin/spool/{id}", Message.Purpose, cancel);
            Text = text;
        }
    }
}
