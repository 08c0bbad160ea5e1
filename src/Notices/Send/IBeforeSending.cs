namespace GridDesk.Notices.Send;

/// <summary>Asked at the last moment before a message leaves: much may have happened since it was queued.</summary>
internal interface IBeforeSending
{
    Task<MayLeave> AskAsync(Message message, Instant now, CancellationToken cancel);
}

/// <summary>Whether a message may leave: at once, as long as something is held, not before an instant, or not at all.</summary>
internal abstract record MayLeave
{
    public static MayLeave AtOnce { get; } = new Now();

    internal sealed record Now : MayLeave;

    /// <summary>As long as it is held, what the message says stays true; let go when the provider has answered.</summary>
    internal sealed record While(IAsyncDisposable Held) : MayLeave;

    internal sealed record NotBefore(Instant Then) : MayLeave;

    internal sealed record Never(StopReason Why) : MayLeave;
}
