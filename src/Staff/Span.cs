namespace GridDesk.Staff;

/// <summary>A time from–until, the end not included.</summary>
internal static class Span
{
    /// <exception cref="Refusal">Code <c>span.empty</c>: it ends before it begins.</exception>
    public static void Check(Instant from, Instant until)
    {
        if (until <= from)
        {
            throw new Refusal("span.empty", "結束要在開始之後，請再看一次。", "The end must come after the start; please check both.", "until");
        }
    }

    public static bool Overlap(Instant from, Instant until, Instant otherFrom, Instant otherUntil) => from < otherUntil && otherFrom < until;
}
