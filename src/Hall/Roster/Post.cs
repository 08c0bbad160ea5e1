using GridDesk.Hall.Definition;
using GridDesk.Staff;

namespace GridDesk.Hall.Roster;

/// <summary>A place of a hall where somebody stands: a counter, the entrance, the floor, the exhibits.</summary>
/// <param name="Counter">Number of the counter; 0 elsewhere.</param>
internal readonly record struct Post(PostKind Kind, int Counter = 0)
{
    public const string CounterPrefix = "counter-";

    /// <summary>As shifts and events name it: <c>counter-3</c>, <c>floor</c>.</summary>
    public string Code => Kind is PostKind.Counter ? $"{CounterPrefix}{Counter}" : $"{Kind}".ToLowerInvariant();

    public Phrase Name => Kind switch
    {
        PostKind.Counter => new($"{Counter} 號櫃檯", $"Counter {Counter}"),
        PostKind.Entrance => new("門口招呼", "Entrance"),
        PostKind.Floor => new("走動服務", "Walking about"),
        _ => new("文物導覽", "Guide to the exhibits"),
    };

    /// <summary>The roles in which somebody stands there, the usual one first.</summary>
    public IReadOnlyList<Role> Roles => Kind switch
    {
        PostKind.Counter => [Role.Clerk, Role.Supervisor, Role.Volunteer],
        PostKind.Entrance => [Role.Greeter, Role.Volunteer, Role.Clerk],
        PostKind.Floor => [Role.Greeter, Role.Volunteer, Role.Clerk, Role.Supervisor],
        _ => [Role.Volunteer, Role.Greeter],
    };

    /// <summary>What people call a post of that code, also one that the hall has no more.</summary>
    public static Phrase NameOf(string code) => code.StartsWith(CounterPrefix, StringComparison.Ordinal) && int.TryParse(code[CounterPrefix.Length..], out var number) ? At(number).Name
        : Enum.TryParse<PostKind>(code, ignoreCase: true, out var kind) ? new Post(kind).Name : Phrase.Same(code);

    public static Post At(int counter) => new(PostKind.Counter, counter);

    /// <summary>All of a hall, counters first.</summary>
    public static IReadOnlyList<Post> Of(HallDefinition hall) => [.. hall.Counters.Select(c => At(c.Number)), new(PostKind.Entrance), new(PostKind.Floor), new(PostKind.Guide)];

    /// <summary>The post of that code; null when the hall has none.</summary>
    public static Post? Find(HallDefinition hall, string? code) => Of(hall).Cast<Post?>().FirstOrDefault(p => p!.Value.Code == code);
}

internal enum PostKind
{
    Counter,

    /// <summary>Visitors are greeted as they come in (plan row 1.2.3.1).</summary>
    Entrance,

    /// <summary>Somebody walks about and asks (plan row 2.1.2.3).</summary>
    Floor,

    /// <summary>A volunteer shows those who wait the exhibits (plan row 5.2.1.5).</summary>
    Guide,
}
