namespace GridDesk.Notices.Webhooks;

/// <summary>How long to wait before each of nine retries: a minute at first, a day in the end, three days in all. Stated in docs/webhooks.md.</summary>
internal static class WebhookPauses
{
    public static IReadOnlyList<Duration> All { get; } =
    [
        Duration.FromMinutes(1), Duration.FromMinutes(4), Duration.FromMinutes(10), Duration.FromMinutes(45),
        Duration.FromHours(3), Duration.FromHours(8), Duration.FromHours(12), Duration.FromHours(20), Duration.FromHours(28),
    ];

    /// <summary>After so many attempts; null when nobody tries any more.</summary>
    public static Duration? After(int attempts) => attempts <= All.Count ? All[attempts - 1] : null;
}
