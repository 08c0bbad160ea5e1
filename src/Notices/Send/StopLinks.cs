using GridDesk.Customers.Contacts;
using GridDesk.Notices.Templates;

namespace GridDesk.Notices.Send;

/// <summary>Where a mail program posts when its reader wants no more of the kind (RFC 8058).</summary>
internal sealed class StopLinks(ContactDirectory contacts, PublicAddress address)
{
    /// <summary>Null where nobody can.</summary>
    public string? Of(Message message) =>
        message.Channel is MessageChannel.Email && contacts.StopPathOf(message.To, message.Purpose) is { } path ? address.Of(Language.Chinese) + path : null;
}
