namespace GridDesk.Notices.Providers;

/// <summary>Which providers carry a channel, the preferred one first.</summary>
internal sealed class ProvidersOfChannel(IEnumerable<IMessageProvider> all)
{
    private readonly ILookup<MessageChannel, IMessageProvider> _of = all.ToLookup(p => p.Channel);

    public IReadOnlyList<IMessageProvider> Of(MessageChannel channel) => [.. _of[channel]];
}
