using GridDesk.Kernel.Events;

namespace GridDesk.Requests.Supply;

/// <summary>An accepted application has a supply schedule.</summary>
/// <param name="Request">Key of the request.</param>
/// <param name="Template">The day from which the template is valid.</param>
/// <param name="PowerOn">The day planned for the power-on.</param>
/// <param name="Requested">The day for which the customer asked.</param>
[Event("supply.planned")]
public sealed record SupplyPlanned(string Request, string Service, LocalDate Template, LocalDate AcceptedOn, LocalDate PowerOn, LocalDate? Requested) : IEvent;

/// <summary>The planned power-on moved, because the case waited for the customer or its clock stood still.</summary>
[Event("supply.moved")]
public sealed record SupplyMoved(LocalDate Before, LocalDate PowerOn) : IEvent;

/// <summary>A stage was done on a day; recorded again, the last day counts.</summary>
[Event("supply.stage-reached")]
public sealed record SupplyStageReached(string Stage, LocalDate Planned, LocalDate Day) : IEvent;

/// <summary>A stage, and all after it, are open again: the case went back to an earlier step, or its closing was reversed.</summary>
[Event("supply.stage-reopened")]
public sealed record SupplyStageReopened(string Stage) : IEvent;

/// <summary>The customer asked for power on a day.</summary>
[Event("supply.requested")]
public sealed record SupplyRequested(LocalDate? Before, LocalDate Day) : IEvent;

/// <summary>A stage is, or was, late, and somebody said why; what is done about it is a private text.</summary>
/// <param name="Request">Key of the request.</param>
[Event("supply.delayed")]
public sealed record SupplyDelayed(string Request, string Service, string Stage, SupplyCause Cause) : IEvent;

/// <summary>The office set another day for a stage; those after it shift with it. What it is measured by stays.</summary>
/// <param name="PowerOn">When power is expected now.</param>
[Event("supply.replanned")]
public sealed record SupplyReplanned(string Stage, LocalDate Before, LocalDate Day, LocalDate PowerOn) : IEvent;

/// <summary>The customer has power; recorded again, the last counts.</summary>
/// <param name="Request">Key of the request.</param>
/// <param name="Department">That had the case.</param>
/// <param name="InTime">On or before the day planned, or the later day for which the customer asked.</param>
/// <param name="WorkingDays">From acceptance, waiting included.</param>
[Event("supply.powered-on")]
public sealed record SupplyPoweredOn(string Request, string Service, string Department, LocalDate Planned, LocalDate Day, bool InTime, int WorkingDays) : INamesDepartment;

/// <summary>Why power comes late.</summary>
public enum SupplyCause { Design, Permit, LandAndRoute, Material, Workload, CustomerWiring, OtherUnit, Weather, Other }
