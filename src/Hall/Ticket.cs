using GridDesk.Hall.Definition;
using GridDesk.Kernel.Events;

namespace GridDesk.Hall;

/// <summary>
/// A visitor's place in the line of one day. It is called by one counter at a time, may be put aside or sent on, and ends once. Every step
/// of a counter can be taken back for ten seconds.
/// </summary>
internal sealed partial class Ticket : Subject
{
    public static readonly Duration MayBeUndone = Duration.FromSeconds(10);

    public required Guid Id { get; init; }
    public required string Site { get; init; }

    /// <summary>The office's day on which it holds.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>As it is called: the digit of its kind and at least three more.</summary>
    public required string Name { get; init; }

    /// <summary>Among those of its kind and day, from 1.</summary>
    public required int Number { get; init; }

    public required TicketKind Kind { get; init; }
    public required TicketWay Way { get; set; }
    public required Language Language { get; init; }
    public required Instant TakenAt { get; init; }

    /// <summary>Codes of the services that the visitor comes for; one visit, one ticket.</summary>
    public required IReadOnlyList<string> Errands { get; init; }

    /// <summary>Whoever has the earliest is called first.</summary>
    public required Instant Turn { get; init; }

    /// <summary>The group of the services that it waits for now.</summary>
    public required string Group { get; set; }

    /// <summary>What it waits for now is nothing for volunteers, not even to take in.</summary>
    public bool StaffOnly { get; private set; }

    public TicketState State { get; private set; }

    /// <summary>Where it is called or put aside; waiting, where alone it may be called, or null.</summary>
    public int? Counter { get; private set; }

    /// <summary>Since when it has waited: it was taken, or sent on.</summary>
    public Instant WaitsSince { get; private set; }

    public Instant? CalledAt { get; private set; }
    /// <summary>When it was called or recalled last: the board shows the latest on top.</summary>
    public Instant? ShownAt { get; private set; }

    public Instant? EndedAt { get; private set; }
    public TicketOutcome? Outcome { get; private set; }

    /// <summary>What the last step of a counter was, for ten seconds of undoing.</summary>
    public LastStep? Last { get; private set; }

    /// <summary>The counter of that step, and when: they are looked for.</summary>
    public int? TouchedBy { get; private set; }

    public Instant? TouchedAt { get; private set; }

    public override string Key => $"ticket:{Id:N}";

    public static (Ticket Ticket, TicketTaken Taken) Take(Guid id, string site, LocalDate day, KindOfTicket kind, int number, Visit visit, Instant now)
    {
        var ticket = New(id, site, day, kind, number, visit, now);
        return (ticket, ticket.Taken());
    }

    private static Ticket New(Guid id, string site, LocalDate day, KindOfTicket kind, int number, Visit visit, Instant now) => new()
    {
        Id = id, Site = site, Day = day, Name = $"{kind.Digit}{number:000}", Number = number, Kind = visit.Kind, Way = visit.Way, Language = visit.Language, Errands = visit.Errands, Group = visit.Group,
        TakenAt = now, WaitsSince = now, Turn = (visit.BookedFor ?? now) - Duration.FromMinutes(kind.HeadStart), Counter = visit.Counter, StaffOnly = visit.StaffOnly, Papers = visit.Papers, MissingPapers = visit.MissingPapers, Told = visit.Told,
    };

    private TicketTaken Taken() => new(Site, Day, Name, Kind, Errands, Way);

    /// <param name="passedOver">Somebody with an earlier turn waits whom this counter serves.</param>
    /// <exception cref="Refusal"><c>hall.ticket-state</c></exception>
    public TicketCalled Call(int counter, bool passedOver, Instant now)
    {
        RefuseUnless(State is TicketState.Waiting && (Counter ?? counter) == counter || State is TicketState.Held && Counter == counter);
        Instant? waits = State is TicketState.Waiting ? WaitsSince : null;
        Step("ticket.called", counter, now);
        (State, Counter, CalledAt, ShownAt) = (TicketState.Called, counter, now, now);
        return new(Site, counter, Kind, waits is { } since ? Seconds(now - since) : null, passedOver);
    }

    /// <exception cref="Refusal"><c>hall.ticket-state</c></exception>
    public TicketRecalled Recall(int counter, Instant now)
    {
        RefuseUnless(IsAt(counter));
        ShownAt = now;
        return new(Site, counter);
    }

    /// <exception cref="Refusal"><c>hall.ticket-state</c></exception>
    public TicketHeld Hold(int counter, Instant now)
    {
        RefuseUnless(IsAt(counter));
        Step("ticket.held", counter, now);
        State = TicketState.Held;
        return new(Site, counter);
    }

    /// <exception cref="Refusal"><c>hall.ticket-state</c></exception>
    public TicketMissed Miss(int counter, Instant now)
    {
        RefuseUnless(IsAt(counter));
        Step("ticket.missed", counter, now);
        (State, EndedAt) = (TicketState.Missed, now);
        return new(Site, counter, Kind);
    }

    /// <exception cref="Refusal"><c>hall.ticket-state</c></exception>
    public TicketFinished Finish(int counter, TicketOutcome outcome, Instant now)
    {
        RefuseUnless(IsAt(counter));
        var served = Seconds(now - CalledAt!.Value);
        Step("ticket.finished", counter, now);
        (State, EndedAt, Outcome) = (TicketState.Done, now, outcome);
        return new(Site, counter, Kind, outcome, served);
    }

    /// <summary>Its day is over and nobody said how the visit ended. It has no end by which anything could be reckoned.</summary>
    public TicketLeftOpen LeaveOpen()
    {
        State = TicketState.LeftOpen;
        return new(Site, Counter!.Value, Kind);
    }

    /// <summary>As if the last step had not been.</summary>
    /// <exception cref="Refusal"><c>hall.undo</c>: it is too late, or somebody else has the ticket.</exception>
    public TicketUndone Undo(int counter, Instant now)
    {
        if (!CanUndo(counter, now))
        {
            throw new Refusal("hall.undo", "已經超過 10 秒，或號碼已經在別的櫃檯，不能復原。", "More than ten seconds have passed, or another counter has the ticket: it cannot be undone.");
        }

        var last = Last!;
        (State, Counter, WaitsSince, CalledAt, SentFor, Group, StaffOnly) = (last.State, last.Counter, last.WaitsSince, last.CalledAt, last.SentFor, last.Group, last.StaffOnly);
        (ShownAt, EndedAt, Outcome, Last, TouchedBy, TouchedAt) = (last.CalledAt, null, null, null, null, null);
        return new(Site, counter, last.Name);
    }

    public bool CanUndo(int counter, Instant now) => Last is not null && TouchedBy == counter && now - TouchedAt <= MayBeUndone;

    private bool IsAt(int counter) => State is TicketState.Called && Counter == counter;

    private void Step(string name, int counter, Instant now) => (Last, TouchedBy, TouchedAt) = (new(name, State, Counter, WaitsSince, CalledAt, Group, StaffOnly, SentFor), counter, now);

    private void RefuseUnless(bool may)
    {
        if (!may)
        {
            throw new Refusal("hall.ticket-state", $"{Name} 號現在是「{State.Name.Zh}」，不能這樣做。", $"Ticket {Name} is “{State.Name.En.ToLowerInvariant()}” now; this cannot be done.");
        }
    }

    private static int Seconds(Duration time) => (int)time.TotalSeconds;
}

internal enum TicketState
{
    Waiting, Called, Held, Missed, Done,

    /// <summary>The number is kept while its slip is printed: nobody calls it, nobody is behind it.</summary>
    Reserved,

    /// <summary>Ended before anybody called it: nobody holds the number.</summary>
    Released,

    /// <summary>Called or put aside when its day was over: nobody said how the visit ended.</summary>
    LeftOpen,
}

/// <summary>A counter's last step, and how the ticket stood before it.</summary>
internal sealed record LastStep(string Name, TicketState State, int? Counter, Instant WaitsSince, Instant? CalledAt, string Group, bool StaffOnly = false, string? SentFor = null);
