namespace GridDesk.Hall.Signs;

/// <summary>One thing that a sign says.</summary>
/// <param name="What">By which it is compared: <c>staff</c>, <c>hours</c>, the code of a service.</param>
internal sealed record SignLine(string What, Phrase Label, Phrase Text);

/// <summary>What a sign says against what is so.</summary>
internal static class SignText
{
    /// <summary>Of people; not compared on a day on which nobody was planned.</summary>
    public const string Staff = "staff";

    /// <summary>What the hung sign says otherwise than it is now, says no more, or does not say; in the order of what is so now.</summary>
    public static IReadOnlyList<string> Differences(IReadOnlyList<SignLine> hung, IReadOnlyList<SignLine> now)
    {
        var (said, so) = (hung.ToDictionary(l => l.What), now.ToDictionary(l => l.What));
        return
        [
            .. now.Where(l => !said.TryGetValue(l.What, out var old) || old != l).Select(l => l.What),
            .. hung.Where(l => !so.ContainsKey(l.What) && l.What != Staff).Select(l => l.What),
        ];
    }
}
