using GridDesk.Customers.Contacts;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using GridDesk.Notices.Templates;

namespace GridDesk.Notices.Send;

/// <summary>Asked at the moment a message leaves: what was declined since it was queued stops it, and quiet hours hold it back.</summary>
internal sealed class MayBeSent(OfficeDb db, EventLog events, ContactDirectory contacts, PublicAddress address, IClock clock)
{
    /// <summary>The answer; a message that its receiver does not want is stopped, and that is saved, when this returns.</summary>
    public async Task<ContactAnswer> AskAsync(Message message, CancellationToken cancel = default)
    {
        if (message.Channel.Reaches is not { } kind)
        {
            return new(ContactVerdict.Yes); // a device has its own way to say no
        }

        var answer = await contacts.MayAsync(kind, message.To, message.Purpose, clock.Now(), cancel);
        if (answer.Verdict is ContactVerdict.Withdrawn or ContactVerdict.NoConsent)
        {
            await db.CommitAsync(async () =>
            {
                var waiting = await db.Messages.SingleAsync(m => m.Id == message.Id, cancel);
                if (waiting.Stop(answer.Verdict, clock.Now()) is { } stopped)
                {
                    events.Record(waiting, stopped, Actor.Office);
                }
            }, cancel);
        }

        return answer;
    }

    /// <summary>Where a mail program posts when its reader wants no more of the kind (RFC 8058); null where nobody can.</summary>
    public string? StopLinkOf(Message message) =>
        message.Channel is MessageChannel.Email && contacts.StopPathOf(message.To, message.Purpose) is { } path ? address.Of(Language.Chinese) + path : null;
}
