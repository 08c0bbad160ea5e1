using GridDesk.Customers;
using GridDesk.Customers.Contacts;
using GridDesk.Notices.Spooled;

namespace GridDesk.Notices;

internal static class MessageWords
{
    /// <summary>Said instead of sent, where nobody carries the channel.</summary>
    public static Phrase Spooled { get; } = new("寫進暫存匣，沒有送出去", "Written to the spool, not sent");

    extension(MessageHandedOver over)
    {
        /// <summary>It left the building; what was written to the spool proves nothing.</summary>
        public bool Left => over.Provider != Spool.ProviderName;
    }

    extension(MessageChannel channel)
    {
        public Phrase Title => channel switch
        {
            MessageChannel.Email => new("電子郵件", "E-mail"),
            MessageChannel.Sms => new("簡訊", "Text message"),
            MessageChannel.Voice => new("語音電話", "Recorded call"),
            MessageChannel.Letter => new("信函", "Letter"),
            _ => new("手機推播", "Push"),
        };
    }

    extension(MessageChannel channel)
    {
        /// <summary>Those that somebody else’s system carries; a letter is printed in the house.</summary>
        public static IReadOnlyList<MessageChannel> Carried => [MessageChannel.Email, MessageChannel.Sms, MessageChannel.Voice, MessageChannel.Push];

        /// <summary>What kind of address it goes to; null for a device, which has its own way to say no, and for a letter.</summary>
        public ContactKind? Reaches => channel switch
        {
            MessageChannel.Email => ContactKind.Email,
            MessageChannel.Sms or MessageChannel.Voice => ContactKind.Phone,
            _ => null,
        };
    }

    extension(ReachableAnswer to)
    {
        /// <summary>By which channel: a landline, and whoever prefers it, is called.</summary>
        public MessageChannel Over => to.Kind is ContactKind.Email ? MessageChannel.Email : to.PrefersCall ? MessageChannel.Voice : MessageChannel.Sms;
    }

    extension(Message message)
    {
        /// <summary>Whom it goes to, so that a colleague recognises it and nobody learns the address.</summary>
        public string MaskedTo => message.Channel switch
        {
            MessageChannel.Email => Masked.Email(message.To),
            MessageChannel.Sms or MessageChannel.Voice => Masked.Phone(message.To),
            MessageChannel.Letter => Masked.Address(message.To),
            _ => "＊＊＊",
        };

        /// <summary>How it stands, and why when it failed.</summary>
        public Phrase StateText => message.State switch
        {
            MessageState.Waiting => new("待送", "Waiting"),
            MessageState.HandedOver when message.Channel is MessageChannel.Letter => new("已列印", "Printed"),
            MessageState.HandedOver when message.IsSpooled => Spooled,
            MessageState.HandedOver => new("已送出", "Sent"),
            MessageState.Delivered => new("已送達", "Delivered"),
            MessageState.Stopped => message.Stopped switch
            {
                StopReason.Withdrawn => new("沒有送：用戶不要收", "Not sent: the customer declined"),
                StopReason.NoConsent => new("沒有送：用戶沒有同意", "Not sent: the customer has not agreed"),
                StopReason.Settled => new("沒有送：內容已經不適用", "Not sent: no longer true"),
                _ => new("沒有送：本處取消", "Not sent: called off by the office"),
            },
            _ when message.Channel is MessageChannel.Letter => new($"退回：{message.Reason}", $"Came back: {message.Reason}"),
            _ => new($"送不到：{message.Reason}", $"Cannot be delivered: {message.Reason}"),
        };
    }
}
