using GridDesk.Customers.Contacts;

namespace GridDesk.Notices.Send;

/// <summary>What was declined since it was queued does not leave, and quiet hours hold it back.</summary>
internal sealed class StillWanted(ContactDirectory contacts) : IBeforeSending
{
    public async Task<MayLeave> AskAsync(Message message, Instant now, CancellationToken cancel)
    {
        if (message.Channel.Reaches is not { } kind)
        {
            return MayLeave.AtOnce; // a device has its own way to say no
        }

        return await contacts.MayAsync(kind, message.To, message.Purpose, now, cancel) switch
        {
            { NotBefore: { } then } => new MayLeave.NotBefore(then),
            { Verdict: ContactVerdict.Withdrawn } => new MayLeave.Never(StopReason.Withdrawn),
            { Verdict: ContactVerdict.NoConsent } => new MayLeave.Never(StopReason.NoConsent),
            _ => MayLeave.AtOnce,
        };
    }
}
