namespace GridDesk.Requests;

/// <summary>The way by which a request came in.</summary>
public enum Channel { Counter, Web, Phone, Post, Fax, Email, App, CallCentre }

/// <summary>The way by which somebody asked how far a request has come, or was told.</summary>
public enum EnquiryChannel { Counter, Phone, Web, Mobile, Post }

public static class Channels
{
    extension(Channel channel)
    {
        /// <summary>
        /// A service may begin by it. The windows where somebody of ours listens (counter, telephone, call centre) begin anything, and papers
        /// follow; by the others begins what the service is offered by.
        /// </summary>
        public bool Begins(Services.ServiceDefinition service) =>
            channel is Channel.Counter or Channel.Phone or Channel.CallCentre || service.Channels.Contains($"{channel}".ToLowerInvariant());

        public Phrase Name => channel switch
        {
            Channel.Counter => new("臨櫃", "Counter"),
            Channel.Web => new("網路", "Web"),
            Channel.Phone => new("電話", "Phone"),
            Channel.Post => new("郵寄", "Post"),
            Channel.Fax => new("傳真", "Fax"),
            Channel.Email => new("電子郵件", "E-mail"),
            Channel.App => new("APP", "App"),
            Channel.CallCentre => new("客服中心", "Call centre"),
            _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, null),
        };
    }

    extension(EnquiryChannel channel)
    {
        public Phrase Name => channel switch
        {
            EnquiryChannel.Counter => new("臨櫃", "Counter"),
            EnquiryChannel.Phone => new("電話", "Phone"),
            EnquiryChannel.Web => new("網路", "Web"),
            EnquiryChannel.Mobile => new("行動裝置", "Mobile"),
            EnquiryChannel.Post => new("郵寄", "Post"),
            _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, null),
        };
    }
}
