using GridDesk.Kernel.Events;

namespace GridDesk.Hall.Roster;

/// <summary>Somebody opened a counter in place of whoever was planned for it.</summary>
/// <param name="Shift">Id of the planned shift.</param>
/// <param name="Planned">Id of whoever was planned.</param>
[Event("counter.stood-in")]
public sealed record CounterStoodIn(string Site, int Counter, Guid Shift, Guid Planned) : IEvent;

/// <summary>Somebody opened a counter for a stated reason that no plan gives.</summary>
/// <param name="Reason">Salted SHA-256 of the reason, in hexadecimal.</param>
[Event("counter.opened-out-of-plan")]
public sealed record CounterOpenedOutOfPlan(string Site, int Counter, OutOfPlan Why, string Reason) : IEvent;

/// <summary>What an opening needs a reason for.</summary>
public enum OutOfPlan
{
    /// <summary>It is not the time of the counter.</summary>
    OutsideHours,

    /// <summary>Somebody else is planned for it.</summary>
    NotPlanned,
}
