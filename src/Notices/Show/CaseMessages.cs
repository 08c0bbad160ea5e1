using GridDesk.Kernel.Data;
using GridDesk.Requests.Handle;
using GridDesk.Staff;

namespace GridDesk.Notices.Show;

/// <summary>On the page of a case: what was sent about it, and whether it arrived.</summary>
internal sealed class CaseMessages(OfficeDb db, CurrentStaff staff) : ICasePanel
{
    private const int Most = 20;

    public Phrase Title => new("通知", "Messages");

    public Phrase Empty => new("還沒有寄出通知。", "No message has been sent yet.");

    public async Task<IReadOnlyList<CasePanelRow>> OfAsync(string request, bool isShown, CancellationToken cancel)
    {
        var messages = await db.Messages.AsNoTracking().Where(m => m.About == request).OrderByDescending(m => m.QueuedAt).Take(Most).ToListAsync(cancel);
        return [.. messages.Select(m => new CasePanelRow(m.QueuedAt, WhatOf(m, isShown), StateOf(m, isShown), m.State is MessageState.Failed or MessageState.Stopped,
            m.Channel is MessageChannel.Letter && staff.Has(Right.HandleRequests) ? $"desk/letters/{m.Id}" : null))];
    }

    public CasePanelLink? LinkOf(Guid request, bool isOpen) =>
        isOpen && staff.Has(Right.HandleRequests) ? new($"desk/requests/{request}/letter", new("印成信函", "Print a letter")) : null;

    // The line above a mail is the office's; a text message is nothing but what it says to one person.
    private static Phrase WhatOf(Message message, bool isShown)
    {
        var said = isShown ? $"{(message.Title.Length > 0 ? message.Title : message.Text)} ({message.To.Split('\n')[0]})"
            : message.Title.Length > 0 ? Blotted.Of(message.Title) : message.MaskedTo;
        return new($"{message.Channel.Title.Zh}：{said}", $"{message.Channel.Title.En}: {said}");
    }

    // Whoever refused a message often names to whom it was.
    private static Phrase StateOf(Message message, bool isShown) => isShown ? message.StateText : new(Blotted.Of(message.StateText.Zh), Blotted.Of(message.StateText.En));
}
