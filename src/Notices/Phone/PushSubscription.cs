namespace GridDesk.Notices.Phone;

/// <summary>Where a device takes news: the address that its push service gave it (RFC 8030) and the keys by which only it can read them (RFC 8291).</summary>
internal sealed class PushSubscription
{
    public const int LongestEndpoint = 1000;

    /// <summary>What messages are addressed to; the endpoint itself stands nowhere else.</summary>
    public required Guid Id { get; init; }

    public required Guid Device { get; init; }
    public required string Endpoint { get; init; }

    /// <summary>A point on P-256, uncompressed.</summary>
    public required byte[] PublicKey { get; init; }

    public required byte[] Auth { get; init; }
    public required Language Language { get; set; }
    public required Instant Since { get; init; }

    public string Key => $"subscription:{Id:N}";
}
