namespace GridDesk.Notices.Routing;

/// <summary>How a provider stands now.</summary>
/// <param name="Share">Of a hundred messages, how many it is asked to take first; null where it is the only one.</param>
/// <param name="Rest">What its share goes back to.</param>
/// <param name="LastMinute">How many messages it was asked to take.</param>
/// <param name="Answered">In the last ten minutes; also with a no that is about the receiver.</param>
/// <param name="NotTaken">In the last ten minutes: not reached, or an answer that makes no sense.</param>
/// <param name="Speed">As the shares go by it.</param>
/// <param name="Why">It did not take the last one that it did not take; names no receiver.</param>
internal sealed record ProviderStanding(
    string Name, double? PerSecond, bool GivesReceipts, int? Share, int? Rest, int LastMinute, int Answered, int NotTaken, Speed Speed, Instant? AnsweredAt, Instant? NotTakenAt, string? Why)
{
    /// <summary>Percent of its pace.</summary>
    public int? PaceUsed => PerSecond is { } pace ? (int)Math.Round(100 * LastMinute / (60 * pace)) : null;
}

/// <summary>How a channel stands now.</summary>
/// <param name="Waiting">Messages that are to leave now, or at their next try.</param>
/// <param name="Since">When the one that waits longest was queued.</param>
/// <param name="GivenUp">Nobody tries any more until a person says so.</param>
/// <param name="LastMove">Why the share is as it is; null when it rests.</param>
internal sealed record ChannelStanding(MessageChannel Channel, IReadOnlyList<ProviderStanding> Providers, int Waiting, Instant? Since, int GivenUp, RouteStretch? LastMove)
{
    public bool IsSpooled => Providers is [{ Name: Spooled.Spool.ProviderName }];

    /// <summary>Of <c>gd-status</c>.</summary>
    public (string Kind, Phrase Text) Light => this switch
    {
        { IsSpooled: true } => ("none", new("沒有業者", "No provider")),
        _ when Providers.Any(p => p.NotTaken > 0) && Providers.All(p => p.Answered == 0) => ("late", new("沒有一家收", "None takes anything")),
        { Providers: [{ Share: < Route.Rest }, _] } => ("soon", new("改走第二家", "By the second")),
        _ when Providers.Any(p => p.Speed.IsSlow) => ("soon", new("變慢", "Slow")),
        _ => ("ok", new("正常", "Fine")),
    };
}
