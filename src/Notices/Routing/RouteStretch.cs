using GridDesk.Kernel.Events;

namespace GridDesk.Notices.Routing;

/// <summary>Moves of one share for one reason, one right after another: read as one thing that happened.</summary>
/// <param name="Before">Of a hundred messages, how many the first provider got before.</param>
/// <param name="Moves">How many steps it took.</param>
/// <param name="Slow">What was measured when it began: of <paramref name="All"/> messages so many were slow.</param>
internal sealed record RouteStretch(MessageChannel Channel, RouteReason Why, Instant From, Instant Until, int Before, int After, int Moves, int Slow, int All)
{
    // Shares are looked at once a minute, so a step back may come a minute later than it may.
    private static readonly Duration Pause = Route.BeforeDriftingBack + Duration.FromMinutes(2);

    /// <param name="moves"><see cref="RouteMoved"/>, in the order in which they happened.</param>
    /// <returns>The one that began last first.</returns>
    public static IReadOnlyList<RouteStretch> Of(IEnumerable<Happening> moves)
    {
        List<RouteStretch> all = [];
        foreach (var move in moves)
        {
            var (moved, at) = ((RouteMoved)move.Event, move.HappenedAt);
            var last = all.FindLastIndex(s => s.Channel == moved.Channel);
            if (last >= 0 && all[last] is var before && before.Why == moved.Why && before.After == moved.From && at - before.Until <= Pause)
            {
                all[last] = before with { Until = at, After = moved.To, Moves = before.Moves + 1 };
            }
            else
            {
                all.Add(new(moved.Channel, moved.Why, at, at, moved.From, moved.To, 1, moved.Slow, moved.All));
            }
        }

        return [.. all.OrderByDescending(s => s.From)];
    }
}
