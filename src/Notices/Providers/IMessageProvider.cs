namespace GridDesk.Notices.Providers;

/// <summary>Somebody else's system that carries messages: a mail server, a company that sends text messages or rings people up.</summary>
internal interface IMessageProvider
{
    /// <summary>Kept with every attempt; two of one channel never share it.</summary>
    string Name { get; }

    MessageChannel Channel { get; }

    /// <summary>How many messages a second it may get at most, from all processes together; null for as many as there are.</summary>
    double? PerSecond => null;

    /// <summary>Whether it tells later that a message arrived.</summary>
    bool GivesReceipts => false;

    /// <summary>Returns when the provider has answered. May be called again with the same message, and then counts once where the provider knows how.</summary>
    Task<Handed> HandAsync(Outgoing message, CancellationToken cancel);
}

/// <param name="StopLink">Of a mail: where its reader’s program posts when they want no more of the kind.</param>
/// <param name="Id">The same each time; what the provider knows duplicates by.</param>
internal sealed record Outgoing(Guid Id, MessageChannel Channel, string To, string Title, string Text, Language Language, string? StopLink = null);

/// <summary>What the provider said.</summary>
/// <param name="Failure">Null when it took the message.</param>
/// <param name="Reference">How the provider calls it in its receipts.</param>
/// <param name="Reason">In the provider's words, for the staff.</param>
internal sealed record Handed(FailureKind? Failure, string? Reference = null, string? Reason = null);
