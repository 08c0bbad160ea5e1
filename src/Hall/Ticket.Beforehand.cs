using GridDesk.Hall.Greet;
using GridDesk.Hall.Wait;
using GridDesk.Kernel.Events;

namespace GridDesk.Hall;

/// <summary>What a visitor heard before the number was given: which papers are missing, and how long it takes.</summary>
internal sealed partial class Ticket
{
    /// <summary>What a greeter found when they looked at the papers.</summary>
    public PapersFound Papers { get; init; }

    /// <summary>Ids of the papers that were missing then: <c>XFER/identity</c>.</summary>
    public IReadOnlyList<string> MissingPapers { get; init; } = [];

    /// <summary>How long the visitor was told to wait; null when no counter that serves them was open, or the visit was booked.</summary>
    public WaitRange? Told { get; init; }

    /// <summary>All of it, as events.</summary>
    public IEnumerable<IEvent> Beforehand()
    {
        if (Papers is not PapersFound.NotLooked)
        {
            yield return new TicketPapersChecked(Site, Papers, MissingPapers);
        }

        if (Told is { } told)
        {
            yield return new TicketWaitTold(Site, told.From, told.To);
        }
    }
}
