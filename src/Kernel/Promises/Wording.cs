namespace GridDesk.Kernel.Promises;

internal static class Wording
{
    private static readonly Phrase Customer = new("等您補件", "waiting for your papers");
    private static readonly Phrase Permit = new("等候許可", "waiting for a permit");
    private static readonly Phrase Force = new("不可抗力", "stopped by force majeure");

    /// <summary>What the clock waits for, to follow an amount: 等您補件, waiting for your papers.</summary>
    public static Phrase Waiting(SegmentKind kind) => kind switch
    {
        SegmentKind.WaitingForCustomer => Customer,
        SegmentKind.WaitingForPermit => Permit,
        SegmentKind.ForceMajeure => Force,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Why the clock stands still now.</summary>
    public static Phrase Stopped(SegmentKind kind) => kind switch
    {
        SegmentKind.WaitingForCustomer => new("目前等您補件", "while we wait for your papers"),
        SegmentKind.WaitingForPermit => new("目前等候許可", "while we wait for a permit"),
        SegmentKind.ForceMajeure => new("目前因不可抗力無法辦理", "because of force majeure"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static Phrase Days(int days) => new($"{days}天", days == 1 ? "1 day" : $"{days} days");

    public static Phrase Minutes(int minutes)
    {
        var (hours, rest) = Math.DivRem(minutes, 60);
        Phrase whole = new($"{hours}小時", hours == 1 ? "1 hour" : $"{hours} hours");
        Phrase part = new($"{rest}分鐘", rest == 1 ? "1 minute" : $"{rest} minutes");
        return rest == 0 ? whole : hours == 0 ? part : new(whole.Zh + part.Zh, $"{whole.En} {part.En}");
    }
}
