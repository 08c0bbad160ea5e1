using GridDesk.Kernel.Events;

namespace GridDesk.Notices.Routing;

/// <summary>
/// How the messages of a channel are divided between its two providers. Ten points of a hundred move away from one that is slow, at most
/// once a minute, and back towards where they rest after five minutes without a move. Whoever has no points left is still asked when the
/// other one does not answer.
/// </summary>
internal sealed class Route : Subject
{
    public const int Points = 10;

    /// <summary>Where the points rest: all with the first, who is the one that the office prefers.</summary>
    public const int Rest = 100;

    public const double SlowShare = 0.15;

    /// <summary>Below so many nothing can be said of a share.</summary>
    public const int Fewest = 10;

    public static readonly Duration BetweenMoves = Duration.FromMinutes(1);
    public static readonly Duration BeforeDriftingBack = Duration.FromMinutes(5);

    public required MessageChannel Channel { get; init; }

    /// <summary>Of a hundred messages, how many the first provider is asked to take first.</summary>
    public int ShareOfFirst { get; private set; } = Rest;

    public Instant? MovedAt { get; private set; }

    public override string Key => KeyOf(Channel);

    public static string KeyOf(MessageChannel channel) => $"route:{channel.ToString().ToLowerInvariant()}";

    /// <summary>Whether the first provider is asked first for this message; always the same answer while the share stays.</summary>
    public static bool IsFirstFor(Guid message, int shareOfFirst) => (uint)BitConverter.ToInt32(message.ToByteArray(), 12) % 100 < shareOfFirst;

    /// <summary>Moves points, or does not (null).</summary>
    public RouteMoved? Adjust(Speed first, Speed second, Instant now)
    {
        var still = MovedAt is { } moved ? now - moved : Duration.MaxValue;
        if (still < BetweenMoves)
        {
            return null;
        }

        return (first.IsSlow, second.IsSlow) switch
        {
            (true, false) when ShareOfFirst > 0 => Move(-Points, RouteReason.FirstIsSlow, first, now),
            (false, true) when ShareOfFirst < 100 => Move(Points, RouteReason.SecondIsSlow, second, now),
            (false, false) when ShareOfFirst < Rest && still >= BeforeDriftingBack => Move(Points, RouteReason.BackToRest, first, now),
            _ => null,
        };
    }

    private RouteMoved Move(int points, RouteReason why, Speed of, Instant now)
    {
        var before = ShareOfFirst;
        (ShareOfFirst, MovedAt) = (Math.Clamp(before + points, 0, 100), now);
        return new(Channel, before, ShareOfFirst, why, of.Slow, of.All);
    }
}

/// <param name="Slow">Of those that a provider was lately asked to carry, how many took longer than five minutes or were not taken.</param>
internal readonly record struct Speed(int Slow, int All)
{
    public bool IsSlow => All >= Route.Fewest && Slow >= All * Route.SlowShare;
}

/// <summary>Why points moved.</summary>
public enum RouteReason { FirstIsSlow, SecondIsSlow, BackToRest }

/// <summary>The share of a channel's first provider changed.</summary>
/// <param name="Slow">Of <paramref name="All"/> messages that were looked at, how many were slow.</param>
[Event("route.moved")]
public sealed record RouteMoved(MessageChannel Channel, int From, int To, RouteReason Why, int Slow, int All) : IEvent;
