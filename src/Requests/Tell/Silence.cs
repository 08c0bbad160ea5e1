using GridDesk.Kernel.Time;

namespace GridDesk.Requests.Tell;

/// <summary>When the silence about a request has become long for its kind, so that the customer hears of it before they ask.</summary>
internal static class Silence
{
    /// <summary>What a customer can see happen, or was told; their own enquiries besides.</summary>
    public static readonly Type[] News =
    [
        typeof(RequestAccepted), typeof(RequestStepReached), typeof(RequestSupplementAsked), typeof(RequestSupplied), typeof(RequestTold),
        typeof(RequestExtended), typeof(RequestClockChanged), typeof(RequestReversed),
    ];

    /// <summary>From so many cases of a kind on, its own history says what is long.</summary>
    public const int EnoughCases = 30;

    /// <summary>So many working days lie between two notices about one request at least.</summary>
    public const int BetweenNotices = 5;

    /// <summary>The working days without news that are usual: four of five pauses between two steps of the kind are no longer.</summary>
    /// <param name="pauses">Working days between one step and the next, of every case known.</param>
    /// <param name="cases">How many cases they come from.</param>
    /// <param name="days">What the pack says, while too few cases are known.</param>
    public static int Usual(IReadOnlyList<int> pauses, int cases, int days)
    {
        if (cases < EnoughCases || pauses.Count == 0)
        {
            return days;
        }

        var sorted = pauses.Order().ToList();
        return Math.Max(1, sorted[(int)Math.Ceiling(0.8 * sorted.Count) - 1]);
    }

    /// <param name="usual">As <see cref="Usual"/> gives it.</param>
    /// <param name="lastNews">When something that the customer can see happened last.</param>
    /// <param name="lastNotice">When they were last to be told that the work goes on; null when never.</param>
    public static bool IsLong(int usual, Instant lastNews, Instant? lastNotice, WorkCalendar calendar, Instant now)
    {
        var today = calendar.Today(now);
        return calendar.WorkingDaysBetween(calendar.Today(lastNews), today) > usual
            && (lastNotice is not { } notice || calendar.WorkingDaysBetween(calendar.Today(notice), today) >= BetweenNotices);
    }
}
