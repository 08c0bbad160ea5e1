using GridDesk.Hall.Whose;

namespace GridDesk.Hall;

/// <summary>Whose ticket it is, when its visitor or a clerk said so, and what became of its errands.</summary>
internal sealed partial class Ticket
{
    /// <summary>A request or a customer, as events name it; null while nobody said.</summary>
    public string? Whose { get; private set; }

    /// <summary>The errands that became requests.</summary>
    public IReadOnlyList<FiledErrand> Filed { get; private set; } = [];

    /// <summary>When the last of them did.</summary>
    public Instant? FiledAt { get; private set; }

    /// <exception cref="Refusal"><c>hall.ticket-state</c>: the visit is over.</exception>
    public TicketLinked LinkTo(string subject, WhoseProof proof)
    {
        RefuseUnless(MayLink);
        Whose = subject;
        return new(Site, subject, proof);
    }

    public TicketUnlinked Unlink()
    {
        Whose = null;
        return new(Site);
    }

    /// <summary>One of its errands became a request at the counter where it is, or just was.</summary>
    public TicketFiled File(int counter, string errand, string request, Instant now)
    {
        var from = CalledAt is { } called && FiledAt is { } before ? Instant.Max(called, before) : CalledAt ?? now;
        (Filed, FiledAt) = ([.. Filed, new(errand, request)], now);
        return new(Site, counter, errand, request, Seconds((EndedAt ?? now) is var end && end > from ? end - from : Duration.Zero));
    }

    /// <summary>Every errand became a request: nothing is left to do at this counter.</summary>
    public bool IsAllFiled => Errands.All(errand => Filed.Any(f => f.Errand == errand));

    public bool MayLink => State is not (TicketState.Done or TicketState.Missed or TicketState.Released or TicketState.LeftOpen);
}

/// <param name="Errand">Code of the service.</param>
/// <param name="Request">Key of the request that it became.</param>
internal sealed record FiledErrand(string Errand, string Request);
