using GridDesk.Kernel.Events;

namespace GridDesk.Requests.Noon;

/// <summary>A volunteer served somebody over noon.</summary>
/// <param name="TakenInOnly">The papers wait for the afternoon; otherwise it was accepted there and then.</param>
[Event("request.served-at-noon")]
public sealed record RequestServedAtNoon(string Service, string Site, bool TakenInOnly) : IEvent;

/// <summary>How it was before the noon service.</summary>
/// <param name="WorkingDays">Of the stretch.</param>
[Event("noon.baseline-recorded")]
public sealed record NoonBaselineRecorded(LocalDate From, LocalDate Until, int WorkingDays, int TurnedAway, int Complaints) : IEvent;

/// <summary>How many visitors could not be helped over noon; of a day and site the last number counts.</summary>
[Event("noon.turned-away-counted")]
public sealed record NoonTurnedAwayCounted(string Site, LocalDate Day, int Visitors) : IEvent;
