using GridDesk.Hall.Greet;
using GridDesk.Hall.Wait;

namespace GridDesk.Hall;

/// <summary>What somebody comes for.</summary>
/// <param name="Group">Of the first errand.</param>
/// <param name="BookedFor">Of an appointment.</param>
internal sealed record Visit(TicketKind Kind, TicketWay Way, Language Language, IReadOnlyList<string> Errands, string Group, Instant? BookedFor = null)
{
    /// <summary>The one that alone calls it; any that serves it when null.</summary>
    public int? Counter { get; init; }

    /// <summary>Of the form that it was asked for with: whoever touches twice has one number. Null where nobody touches.</summary>
    public Guid? Form { get; init; }

    /// <summary>The first errand is no case and none of the noon service, such as a payment: no volunteer calls it.</summary>
    public bool StaffOnly { get; init; }

    /// <summary>What a greeter found.</summary>
    public PapersFound Papers { get; init; }

    /// <summary>Ids of papers.</summary>
    public IReadOnlyList<string> MissingPapers { get; init; } = [];

    /// <summary>How long it takes, as they were told; of a booked visit the time was told instead.</summary>
    public WaitRange? Told { get; init; }
}
