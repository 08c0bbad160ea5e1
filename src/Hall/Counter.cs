using GridDesk.Hall.Definition;
using GridDesk.Kernel.Events;

namespace GridDesk.Hall;

/// <summary>A counter of a hall, and who sits at it now.</summary>
internal sealed class Counter : Subject
{
    public required string Site { get; init; }
    public required int Number { get; init; }
    public CounterState State { get; private set; }

    /// <summary>Id of the member of the staff; null when nobody is there. One person sits at one counter.</summary>
    public Guid? Staff { get; private set; }

    /// <summary>Whoever sits there is a volunteer of the noon service.</summary>
    public bool HasVolunteer { get; private set; }

    public Instant ChangedAt { get; private set; }

    public override string Key => $"counter:{Site}/{Number}";

    /// <summary>Whom it calls now.</summary>
    public CounterDefinition OfHall(HallDefinition hall) => hall.Counter(Number) with { HasVolunteer = HasVolunteer };

    /// <summary>Somebody sits down, or comes back from a pause.</summary>
    /// <exception cref="Refusal"><c>hall.counter-taken</c></exception>
    public CounterChanged Open(Guid staff, bool isVolunteer, Instant now)
    {
        if (State is not CounterState.Closed && Staff != staff)
        {
            throw new Refusal("hall.counter-taken", $"{Number} 號櫃檯已經有同仁在服務，請換一個櫃檯。", $"A colleague is at counter {Number} already; please take another.", "counter");
        }

        HasVolunteer = isVolunteer;
        return Change(CounterState.Open, staff, now);
    }

    /// <exception cref="Refusal"><c>hall.counter-closed</c></exception>
    public CounterChanged Pause(Instant now)
    {
        RefuseUnlessOpen();
        return Change(CounterState.Pause, Staff, now);
    }

    public CounterChanged Close(Instant now)
    {
        HasVolunteer = false;
        return Change(CounterState.Closed, null, now);
    }

    /// <exception cref="Refusal"><c>hall.counter-closed</c></exception>
    public void RefuseUnlessOpen()
    {
        if (State is not CounterState.Open)
        {
            throw new Refusal("hall.counter-closed", $"{Number} 號櫃檯沒有開，請先開櫃檯。", $"Counter {Number} is not open: open it first.", "counter");
        }
    }

    private CounterChanged Change(CounterState state, Guid? staff, Instant now)
    {
        (State, Staff, ChangedAt) = (state, staff, now);
        return new(Site, Number, state);
    }
}
