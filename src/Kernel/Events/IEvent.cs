namespace GridDesk.Kernel.Events;

/// <summary>
/// Something that happened in the office: a record named in the past tense, kept for ever. It holds ids and facts, never a name,
/// phone, address or free text; those lie in private tables and the event carries their salted digest.
/// Every event has an <see cref="EventAttribute"/>, and its every released version a golden example in the tests.
/// </summary>
public interface IEvent;

/// <summary>The name under which an event is stored, such as <c>request.accepted</c>, and the version of its fields.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventAttribute(string name, int version = 1) : Attribute
{
    public string Name { get; } = name;

    public int Version { get; } = version;
}

/// <summary>Who did it: <c>staff:ID</c>, <c>app:ID</c>, <c>customer</c> or <c>office</c> (the program itself).</summary>
public sealed record Actor(string Key)
{
    public static Actor Customer { get; } = new("customer");

    public static Actor Office { get; } = new("office");

    public static Actor Staff(string id) => new($"staff:{id}");

    /// <summary>The id of the member of the staff in such a key; null for anybody else.</summary>
    public static Guid? StaffIn(string? key) => key?.Split(':') is ["staff", var written] && Guid.TryParse(written, out var id) ? id : null;

    public static Actor App(string id) => new($"app:{id}");

    public override string ToString() => Key;
}

/// <summary>An event as it was recorded.</summary>
/// <param name="HappenedAt">When it happened; may be earlier than when it was keyed in.</param>
/// <param name="RecordedAt">When the office's program learned of it.</param>
public sealed record Happening(Guid Id, string Subject, int Version, IEvent Event, string By, Instant HappenedAt, Instant RecordedAt)
{
    // Half as long as an instant, and as exact as both stores are: a busy half-year has a million of each.
    private readonly long _happenedAt = HappenedAt.ToUnixTimeTicks();
    private readonly long _recordedAt = RecordedAt.ToUnixTimeTicks();

    public Instant HappenedAt { get => Instant.FromUnixTimeTicks(_happenedAt); init => _happenedAt = value.ToUnixTimeTicks(); }

    public Instant RecordedAt { get => Instant.FromUnixTimeTicks(_recordedAt); init => _recordedAt = value.ToUnixTimeTicks(); }
}
