using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;

namespace GridDesk.Requests.Supply;

/// <summary>
/// The supply schedule of one application: each stage planned, expected and done. Stages are done in order, so the open ones
/// follow the done ones. Changes stand in the file beside this one; each refuses or returns what happened.
/// </summary>
internal sealed partial class SupplySchedule : Subject
{
    public const int LongestRecovery = 500;

    public required Guid Request { get; init; }
    public required string Service { get; init; }

    /// <summary>The day from which its template is valid.</summary>
    public LocalDate Template { get; private set; }

    /// <summary>When the clock of the case began.</summary>
    public Instant StartedAt { get; private set; }

    public LocalDate AcceptedOn { get; private set; }

    /// <summary>The day on which the customer wants power; a later day than planned moves what counts as in time.</summary>
    public LocalDate? Requested { get; private set; }

    public IReadOnlyList<SupplyStage> Stages { get; private set; } = [];

    /// <summary>What the control meeting heard, the latest last; private texts.</summary>
    public IReadOnlyList<SupplyDelay> Delays { get; private set; } = [];

    // What follows from the stages, for lists to ask.

    /// <summary>The day planned for the power-on.</summary>
    public LocalDate PowerOn { get; private set; }

    public LocalDate ExpectedOn { get; private set; }

    /// <summary>The day planned for the stage that is open now; null when power is on.</summary>
    public LocalDate? NextPlanned { get; private set; }

    /// <summary>The customer has to do something, or the clock stands still: nobody here is late.</summary>
    public bool Waits { get; private set; }

    public LocalDate? PoweredOn { get; private set; }
    public bool? InTime { get; private set; }

    /// <summary>From acceptance to power-on, waiting included.</summary>
    public int? WorkingDays { get; private set; }

    public override string Key => $"supply:{Request:N}";

    /// <summary>The stage that is open now; null when power is on.</summary>
    public SupplyStage? Next => Stages.FirstOrDefault(stage => stage.Actual is null);

    /// <summary>Up to this day the power-on is in time.</summary>
    public LocalDate Last => Requested is { } wanted ? LocalDate.Max(PowerOn, wanted) : PowerOn;

    public bool IsLate(LocalDate today) => NextPlanned < today && !Waits;

    private static void RefuseUnless(bool holds, string code, string zh, string en, string? field = null)
    {
        if (!holds)
        {
            throw new Refusal(code, zh, en, field);
        }
    }

    // Plans again by what is known now. What counts as planned moves only with waiting.
    private IEnumerable<IEvent> Reckon(SupplyClock clock)
    {
        var before = PowerOn;
        Stages = SupplyPlan.Of(Stages, StartedAt, clock);
        (PowerOn, ExpectedOn) = (Stages[^1].Planned, Stages[^1].Expected);
        (NextPlanned, Waits) = (Next?.Planned, Next is { } next && (next.Customer || clock.Stands));
        PoweredOn = Stages[^1].Actual;
        WorkingDays = PoweredOn is { } on ? clock.Calendar.WorkingDaysBetween(AcceptedOn, on) : null;
        InTime = PoweredOn is { } day ? day <= Last : null;
        return before != default && before != PowerOn ? [new SupplyMoved(before, PowerOn)] : [];
    }
}

/// <summary>Why a stage is late and what is done about it.</summary>
internal sealed record SupplyDelay(string Stage, SupplyCause Cause, string? Recovery, string By, Instant At);
