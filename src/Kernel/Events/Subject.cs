namespace GridDesk.Kernel.Events;

/// <summary>
/// A thing that events happen to: a request, a person on the staff, an edition of the pack. Its events form a chain under its own
/// version, so that two changes of one thing cannot both be saved, and changes of different things never wait for each other.
/// </summary>
public abstract class Subject
{
    /// <summary>Who or what it is, kind first: <c>request:0197…</c>. Never changes, names no person.</summary>
    public abstract string Key { get; }

    /// <summary>How many events have happened to it.</summary>
    public int Version { get; internal set; }

    /// <summary>The hash of its last event.</summary>
    public byte[] Head { get; internal set; } = [];
}
