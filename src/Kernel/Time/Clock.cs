namespace GridDesk.Kernel.Time;

public static class Clock
{
    /// <summary>PostgreSQL keeps microseconds; finer values would differ after a round trip, and so would their hashes.</summary>
    public static Instant ToMicrosecond(this Instant instant) => Instant.FromUnixTimeTicks(instant.ToUnixTimeTicks() / 10 * 10);

    extension(IClock clock)
    {
        /// <summary>The present, to the microsecond. Only pages, endpoints and background workers ask; rules are told.</summary>
        public Instant Now() => clock.GetCurrentInstant().ToMicrosecond();
    }
}

/// <summary>The office's clock set to another moment, from which it runs on; used with <c>--demo --clock</c> only.</summary>
public sealed class ShiftedClock(Instant start) : IClock
{
    private readonly Duration _shift = start - SystemClock.Instance.GetCurrentInstant();

    public Instant GetCurrentInstant() => SystemClock.Instance.GetCurrentInstant() + _shift;
}
