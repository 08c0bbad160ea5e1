using GridDesk.Customers.Contacts;

namespace GridDesk.Notices;

internal static class MessageWords
{
    extension(MessageChannel channel)
    {
        public Phrase Title => channel switch
        {
            MessageChannel.Email => new("電子郵件", "E-mail"),
            MessageChannel.Sms => new("簡訊", "Text message"),
            MessageChannel.Voice => new("語音電話", "Recorded call"),
            _ => new("手機推播", "Push"),
        };
    }

    extension(MessageChannel channel)
    {
        /// <summary>What kind of address it goes to; null for a device, which has its own way to say no.</summary>
        public ContactKind? Reaches => channel switch
        {
            MessageChannel.Email => ContactKind.Email,
            MessageChannel.Sms or MessageChannel.Voice => ContactKind.Phone,
            _ => null,
        };
    }

    extension(Message message)
    {
        /// <summary>How it stands, and why when it failed.</summary>
        public Phrase StateText => message.State switch
        {
            MessageState.Waiting => new("待送", "Waiting"),
            MessageState.HandedOver => new("已送出", "Sent"),
            MessageState.Delivered => new("已送達", "Delivered"),
            MessageState.Stopped => message.Reason == nameof(ContactVerdict.NoConsent) ? new("沒有送：用戶沒有同意", "Not sent: the customer has not agreed") : new("沒有送：用戶不要收", "Not sent: the customer declined"),
            _ => new($"送不到：{message.Reason}", $"Cannot be delivered: {message.Reason}"),
        };
    }
}
