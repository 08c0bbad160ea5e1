namespace GridDesk.Services;

/// <summary>The ways by which a service may be asked for, as a pack names them, in the order customers are shown them.</summary>
internal static class ServiceChannels
{
    public static IReadOnlyDictionary<string, Phrase> Names { get; } = new OrderedDictionary<string, Phrase>
    {
        ["web"] = new("線上", "Online"),
        ["counter"] = new("臨櫃", "Counter"),
        ["phone"] = new("電話", "Phone"),
        ["post"] = new("郵寄", "Post"),
        ["fax"] = new("傳真", "Fax"),
        ["email"] = new("電子郵件", "E-mail"),
        ["app"] = new("APP", "App"),
    };

    extension(ServiceDefinition service)
    {
        /// <summary>A customer can file it on this site.</summary>
        public bool CanStartOnline => service.OpensCase && service.Channels.Contains("web");
    }
}
