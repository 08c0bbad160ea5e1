using GridDesk.Hall.Whose;
using GridDesk.Kernel.Events;

namespace GridDesk.Hall.Figures;

/// <summary>One visitor's ticket, as its events tell it.</summary>
/// <param name="Ticket">Its key.</param>
/// <param name="Came">When it was taken, on the office's clock.</param>
/// <param name="Calls">In order; what was taken back is none.</param>
/// <param name="End">Null for one that did not end at a counter.</param>
internal sealed record PastVisit(string Ticket, string Site, TicketKind Kind, LocalDateTime Came, IReadOnlyList<PastCall> Calls, PastEnd? End)
{
    public TicketWaitTold? Told { get; init; }

    /// <summary>The request or the customer to which it was linked.</summary>
    public string? Whose { get; init; }

    /// <summary>Whether they waited as long as they were told; null for whoever was told nothing, or was not called.</summary>
    public bool? AsTold => Told is { } told && Calls.FirstOrDefault(call => call.Waited is not null)?.Waited is { } waited ? told.Holds(waited) : null;

    /// <summary>What of it happened at one counter.</summary>
    public PastVisit At(int counter) => this with { Calls = [.. Calls.Where(call => call.Counter == counter)], End = End?.Counter == counter ? End : null };

    /// <param name="steps">All of one ticket's, in order.</param>
    /// <returns>Null for a number that was never taken.</returns>
    public static PastVisit? Of(IReadOnlyList<Happening> steps, DateTimeZone zone)
    {
        if (steps.FirstOrDefault(h => h.Event is TicketTaken) is not { Event: TicketTaken taken } first)
        {
            return null;
        }

        var standing = StandingSteps.Of(steps).Select(h => h.Event).ToList();
        return new(first.Subject, taken.Site, taken.Kind, first.HappenedAt.InZone(zone).LocalDateTime, [.. standing.OfType<TicketCalled>().Select(c => new PastCall(c.Counter, c.Waited, c.OutOfTurn))], standing.Select(PastEnd.Of).LastOrDefault(end => end is not null))
        {
            Told = standing.OfType<TicketWaitTold>().FirstOrDefault(),
            Whose = standing.LastOrDefault(e => e is TicketLinked or TicketUnlinked) is TicketLinked linked ? linked.Subject : null,
        };
    }
}

/// <param name="Waited">Seconds; null for one that came back after it was put aside.</param>
internal sealed record PastCall(int Counter, int? Waited, bool OutOfTurn);

/// <param name="Outcome">Null when nobody came.</param>
/// <param name="Served">Seconds since the last call.</param>
internal sealed record PastEnd(int Counter, TicketOutcome? Outcome, int Served)
{
    public static PastEnd? Of(IEvent happened) => happened switch
    {
        TicketFinished finished => new(finished.Counter, finished.Outcome, finished.Served),
        TicketMissed missed => new(missed.Counter, null, 0),
        _ => null,
    };
}
