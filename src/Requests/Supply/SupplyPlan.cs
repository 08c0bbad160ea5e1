using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;

namespace GridDesk.Requests.Supply;

/// <summary>One stage of one case: planned, expected as things stand, and when it was done.</summary>
/// <param name="Step">The step of the service in which it is done.</param>
/// <param name="WorkingDays">From the end of the stage before it.</param>
/// <param name="Customer">The customer does it.</param>
internal sealed record SupplyStage(string Code, string Step, int WorkingDays, bool Customer)
{
    /// <summary>What the office is measured by: moved by waiting for the customer, never by planning anew.</summary>
    public LocalDate Planned { get; init; }

    /// <summary>The last day on which this stage itself is in time, whatever was late before it.</summary>
    public LocalDate Allowed { get; init; }

    /// <summary>When it was done, or will be as things stand.</summary>
    public LocalDate Expected { get; init; }

    /// <summary>Set by the office when it planned anew.</summary>
    public LocalDate? Replanned { get; init; }

    public LocalDate? Actual { get; init; }
    public StageSource? Source { get; init; }
    public string? By { get; init; }
    public Instant? RecordedAt { get; init; }

    /// <summary>Why it was, or will be, late.</summary>
    public SupplyCause? Cause { get; init; }
}

/// <summary>How it is known that a stage was done.</summary>
internal enum StageSource { Acceptance, Step, Closing, Hand }

/// <summary>The time that a case runs by: the office's days without those on which its clock stood still, as its promise counts them.</summary>
internal sealed record SupplyClock(WorkCalendar Calendar, IReadOnlyList<Segment> Segments, Instant Now)
{
    public LocalDate Today => Calendar.Today(Now);

    /// <summary>The clock stands still now.</summary>
    public bool Stands => Segments is [.., { IsStop: true, To: null }];

    /// <summary>So many working days later; a day counts when the clock runs at its close.</summary>
    public LocalDate After(LocalDate day, int days)
    {
        while (days > 0)
        {
            day = day.PlusDays(1);
            days -= Counts(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>Days that count after the first up to and including the last; none when the last is not later.</summary>
    public int Between(LocalDate first, LocalDate last) => Enumerable.Range(1, Math.Max(0, Period.DaysBetween(first, last))).Count(n => Counts(first.PlusDays(n)));

    private bool Counts(LocalDate day) => Calendar.CloseOf(day) is { } close && !Segments.Any(s => s.IsStop && close > s.From && close <= (s.To ?? Now));
}

/// <summary>When each stage is to be done. A pure function of the stages, the beginning and the clock.</summary>
internal static class SupplyPlan
{
    /// <summary>
    /// Planned: each stage so many working days after the one before it; what the customer does later than planned moves all that
    /// follows. Expected: no sooner than planned, than its days after the stage before it, or than the day set anew.
    /// </summary>
    /// <param name="stages">In order; those that were done stand first.</param>
    /// <param name="startedAt">When the clock of the case began; as with every limit, that day is not counted.</param>
    public static IReadOnlyList<SupplyStage> Of(IReadOnlyList<SupplyStage> stages, Instant startedAt, SupplyClock clock)
    {
        var accepted = clock.Calendar.Today(startedAt);
        var counted = clock.Calendar.Today(clock.Calendar.NextWorkingMinute(startedAt));
        var (planned, expected) = (counted, counted);
        List<SupplyStage> all = [];
        foreach (var (index, stage) in stages.Index())
        {
            planned = clock.After(planned, stage.WorkingDays);
            var allowed = LocalDate.Max(planned, clock.After(expected, stage.WorkingDays));
            expected = stage.Actual ?? LocalDate.Max(expected, stage.Replanned ?? allowed);
            all.Add(index == 0
                ? stage with { Planned = accepted, Allowed = accepted, Expected = accepted, Actual = accepted }
                : stage with { Planned = planned, Allowed = allowed, Expected = expected });
            expected = index == 0 ? counted : expected;
            // By as many days as the customer took too long; what the office had lost before stays lost.
            planned = stage is { Customer: true, Actual: { } came } ? clock.After(planned, clock.Between(allowed, came)) : planned;
        }

        return all;
    }
}
