using GridDesk.Kernel.Data;
using GridDesk.Requests.Handle;
using GridDesk.Staff;

namespace GridDesk.Notices.Show;

/// <summary>On the page of a case: what was sent about it, and whether it arrived.</summary>
internal sealed class CaseMessages(OfficeDb db, CurrentStaff staff) : ICasePanel
{
    private const int Most = 20;

    public Phrase Title => new("通知", "Messages");

    public async Task<IReadOnlyList<CasePanelRow>> OfAsync(string request, CancellationToken cancel)
    {
        var messages = await db.Messages.AsNoTracking().Where(m => m.About == request).OrderByDescending(m => m.QueuedAt).Take(Most).ToListAsync(cancel);
        return [.. messages.Select(m => new CasePanelRow(m.QueuedAt, new($"{m.Channel.Title.Zh}：{(m.Title.Length > 0 ? m.Title : m.Text)}", $"{m.Channel.Title.En}: {(m.Title.Length > 0 ? m.Title : m.Text)}"), m.StateText, m.State is MessageState.Failed or MessageState.Stopped,
            m.Channel is MessageChannel.Letter && staff.Has(Right.HandleRequests) ? $"desk/letters/{m.Id}" : null))];
    }

    public CasePanelLink? LinkOf(Guid request, bool isOpen) =>
        isOpen && staff.Has(Right.HandleRequests) ? new($"desk/requests/{request}/letter", new("印成信函", "Print a letter")) : null;
}
