using GridDesk.Hall.Definition;

namespace GridDesk.Hall;

/// <summary>A number whose slip has to be printed first: it stands in the line once somebody holds it, and not before.</summary>
internal sealed partial class Ticket
{
    /// <summary>How long a number is kept for whoever stands at the screen.</summary>
    public static readonly Duration KeptFor = Duration.FromMinutes(5);

    public const int MostPrints = 5;

    /// <summary>How often its slip was sent to a printer.</summary>
    public int Prints { get; private set; }

    /// <summary>What went wrong with its last printing; null when a printer confirmed it, or it was never printed.</summary>
    public PrinterCondition? PrintProblem { get; private set; }

    /// <summary>That printing was begun: a slip may have come out.</summary>
    public bool MayBeOnPaper { get; private set; }

    /// <summary>Why it ended without a call.</summary>
    public ReleaseReason? ReleasedFor { get; private set; }

    public static (Ticket Ticket, TicketReserved Reserved) Reserve(Guid id, string site, LocalDate day, KindOfTicket kind, int number, Visit visit, Instant now)
    {
        var ticket = New(id, site, day, kind, number, visit, now);
        ticket.State = TicketState.Reserved;
        return (ticket, new(site, day, ticket.Name, visit.Kind, visit.Errands, visit.Way));
    }

    /// <summary>A printer confirmed the slip.</summary>
    /// <exception cref="Refusal"><c>hall.ticket-state</c></exception>
    public TicketPrinted Printed(string printer)
    {
        RefuseUnless(MayPrint || State is TicketState.Released); // given up while the paper came: that slip is void
        PrintProblem = null;
        return new(Site, printer, Prints++ > 0);
    }

    /// <param name="inDoubt">It may have been printed all the same.</param>
    public TicketNotPrinted NotPrinted(string printer, PrinterCondition why, bool inDoubt)
    {
        (Prints, PrintProblem, MayBeOnPaper) = (why is PrinterCondition.Doubted ? Prints : Prints + 1, why, MayBeOnPaper || inDoubt);
        return new(Site, printer, why, inDoubt);
    }

    /// <summary>Somebody holds the number: from paper, on a telephone, or seen by one of us. It takes its place by the moment at which it was asked for.</summary>
    /// <param name="way">By what it is held, when not as it was asked for.</param>
    /// <exception cref="Refusal"><c>hall.ticket-state</c>: it stands in the line already, or its visitor gave it up.</exception>
    public TicketTaken Hold(TicketWay? way = null)
    {
        RefuseUnless(IsForHolding);
        (State, EndedAt, ReleasedFor, Way) = (TicketState.Waiting, null, null, way ?? Way);
        return Taken();
    }

    /// <exception cref="Refusal"><c>hall.ticket-state</c>: it was called already.</exception>
    public TicketReleased GiveUp(Instant now)
    {
        RefuseUnless(MayGiveUp);
        return Release(ReleaseReason.GivenUp, now);
    }

    /// <summary>Nobody said in time that they hold it; null when it is not to be released.</summary>
    public TicketReleased? RunOut(Instant now) => State is TicketState.Reserved && now - TakenAt >= KeptFor ? Release(ReleaseReason.TimeOver, now) : null;

    /// <summary>Whoever turns up with it is put in the line: it was kept, or ran out without anybody giving it up.</summary>
    public bool IsForHolding => State is TicketState.Reserved || State is TicketState.Released && ReleasedFor is ReleaseReason.TimeOver;

    public bool MayPrint => State is TicketState.Reserved or TicketState.Waiting or TicketState.Called or TicketState.Held || IsForHolding;

    public bool MayGiveUp => State is TicketState.Reserved || State is TicketState.Waiting && TouchedBy is null && WaitsSince == TakenAt && (Counter is null || Way is TicketWay.Booking);

    /// <exception cref="Refusal"><c>hall.ticket-state</c>, <c>hall.prints</c></exception>
    public void RefuseUnlessPrintable()
    {
        RefuseUnless(MayPrint);
        if (Prints >= MostPrints)
        {
            throw new Refusal("hall.prints", $"{Name} 號已經印 {MostPrints} 次了，請用手機取號或找服務人員。", $"Ticket {Name} was printed {MostPrints} times already; please use your telephone, or ask any of us.");
        }
    }

    private TicketReleased Release(ReleaseReason why, Instant now)
    {
        (State, EndedAt, ReleasedFor) = (TicketState.Released, now, why);
        return new(Site, Kind, why);
    }
}
