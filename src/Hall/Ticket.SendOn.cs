namespace GridDesk.Hall;

/// <summary>It goes on to another counter: for the same errand, because this was the wrong one, or for another.</summary>
internal sealed partial class Ticket
{
    /// <summary>The errand for which it was sent on last; null while it was not.</summary>
    public string? SentFor { get; private set; }

    /// <summary>What it waits for now, or is called for.</summary>
    public string Errand => SentFor ?? Errands[0];

    /// <param name="to">Number of a counter; any that serves it when null.</param>
    /// <param name="errand">The service that it waits for now.</param>
    /// <exception cref="Refusal"><c>hall.ticket-state</c></exception>
    public TicketSentOn SendOn(int counter, int? to, (string Code, string Group, bool StaffOnly) errand, Instant now)
    {
        RefuseUnless(IsAt(counter));
        var (served, wrong) = (Seconds(now - CalledAt!.Value), errand.Code == Errand);
        Step("ticket.sent-on", counter, now);
        (State, Counter, CalledAt, ShownAt, WaitsSince, SentFor, Group, StaffOnly) = (TicketState.Waiting, to, null, null, now, errand.Code, errand.Group, errand.StaffOnly);
        return new(Site, counter, to, errand.Code, wrong, served);
    }
}
