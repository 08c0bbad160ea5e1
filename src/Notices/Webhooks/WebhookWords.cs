namespace GridDesk.Notices.Webhooks;

internal static class WebhookWords
{
    extension(WebhookState state)
    {
        public Phrase Title => state switch
        {
            WebhookState.Active => new("傳送中", "Active"),
            WebhookState.Paused => new("暫停", "Paused"),
            WebhookState.Gone => new("對方停用（410）", "Gone (410)"),
            _ => new("已移除", "Removed"),
        };

        /// <summary>A kind of <c>gd-status</c>.</summary>
        public string Light => state switch { WebhookState.Active => "ok", WebhookState.Paused => "wait", WebhookState.Gone => "late", _ => "none" };
    }

    /// <summary>受理, accepted: what people call the kind of an event.</summary>
    public static Phrase NameOf(string kind) => WebhookKinds.Find(kind)?.Title ?? new("測試", "Test");
}
