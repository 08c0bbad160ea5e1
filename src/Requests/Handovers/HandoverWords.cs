using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Requests.Handle;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Requests.Handovers;

internal static class HandoverWords
{
    extension(HandoverState state)
    {
        public Phrase Title => state switch
        {
            HandoverState.Received => new("待接辦", "To be taken on"),
            HandoverState.Accepted => new("辦理中", "In progress"),
            HandoverState.Returned => new("已退回", "Returned"),
            HandoverState.Answered => new("已回覆", "Answered"),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };
    }

    public static Phrase KindOf(PackInForce pack, string code) => HandoverKinds.Of(pack).Find(code)?.Name ?? Phrase.Same(code);

    /// <summary>What happened to it, in words, newest first.</summary>
    public static IReadOnlyList<HistoryLine> History(IReadOnlyList<Happening> all, IReadOnlyDictionary<Guid, string> names) =>
        [.. all.Reverse().Select((h, index) => new HistoryLine(What(h.Event, names), h.HappenedAt, By(h.By, names), index == 0 ? "now" : "done"))];

    public static IEnumerable<Guid> PeopleIn(IEnumerable<Happening> all) =>
        all.SelectMany(h => new[] { StaffHistory.IdIn(h.By), h.Event is HandoverAccepted accepted ? StaffHistory.IdIn(accepted.Handler) : null }).OfType<Guid>();

    private static Phrase What(IEvent happened, IReadOnlyDictionary<Guid, string> names) => happened switch
    {
        HandoverReceived => new("客服中心後送過來", "Passed on by the call centre"),
        HandoverAccepted e => new($"{Person(e.Handler, names).Zh}接辦", $"Taken on by {Person(e.Handler, names).En}"),
        HandoverReturned => new("退回客服中心", "Returned to the call centre"),
        HandoverAnswered { InTime: false } => new("回覆客服中心，逾期", "Answered late"),
        HandoverAnswered => new("回覆客服中心", "Answered"),
        HandoverFiled => new("受理成申請案件", "Became a request"),
        HandoverTold => new("客服中心收到回覆", "The call centre has the reply"),
        _ => Phrase.Same(happened.GetType().Name),
    };

    private static Phrase Person(string id, IReadOnlyDictionary<Guid, string> names) =>
        StaffHistory.IdIn(id) is { } person && names.TryGetValue(person, out var name) ? Phrase.Same(name) : new("同仁", "a colleague");

    private static string By(string key, IReadOnlyDictionary<Guid, string> names) => key switch
    {
        "office" => Say("系統", "the system"),
        _ when key.StartsWith("app:", StringComparison.Ordinal) => Say("客服中心", "the call centre"),
        _ => Person(key, names).ToString(),
    };
}
