using GridDesk.Kernel.Events;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;

namespace GridDesk.Notices.Care;

internal static class CareWords
{
    extension(CareWay way)
    {
        public Phrase Title => way switch
        {
            CareWay.Post => new("郵寄", "Post"),
            CareWay.Email => new("電子郵件", "E-mail"),
            CareWay.Fax => new("傳真", "Fax"),
            _ => new("自取", "Picked up"),
        };
    }

    extension(CareOutcome outcome)
    {
        public Phrase Title => outcome switch
        {
            CareOutcome.Received => new("收到了", "It arrived"),
            CareOutcome.NotReceived => new("沒收到，要再寄", "It did not arrive; send it again"),
            CareOutcome.NoAnswer => new("沒人接", "Nobody answered"),
            _ => new("用戶不需要去電", "The customer does not want a call"),
        };
    }

    extension(CareState state)
    {
        public Phrase Title => state switch
        {
            CareState.ToSend => new("待寄", "To send"),
            CareState.ToCall => new("待去電", "To call"),
            CareState.Received => new("已收到", "Arrived"),
            CareState.NotReached => new("聯絡不上", "Not reached"),
            CareState.NotWanted => new("不需要去電", "No call wanted"),
            _ => new("不用辦了", "Withdrawn"),
        };
    }

    /// <summary>How it stands, as a list shows it: a kind of <c>gd-status</c> and its words.</summary>
    public static (string Kind, Phrase Text) Standing(CareCall call, Promise duty, WorkCalendar calendar, Instant now)
    {
        if (!call.IsOpen || duty.DueAt is not { } due)
        {
            return (call.State is CareState.Received ? "done" : "none", call.State.Title);
        }

        var lateness = Lateness.Of(new DueDate(due, calendar.Today(due), Stopped: false, []), null, now, calendar);
        return (lateness.Light, call.CallFrom) switch
        {
            (Light.Overdue, _) => ("late", new($"{call.State.Title.Zh}，{lateness.Text.Zh}", $"{call.State.Title.En}: {lateness.Text.En.ToLowerInvariant()}")),
            (_, { } from) when from > calendar.Today(now) => ("wait", new($"{RocDate.Short(from).Zh}去電", $"Call on {RocDate.Short(from).En}")),
            (_, not null) => ("soon", new("今天去電", "Call today")),
            (Light.DueToday, _) => ("soon", new("今天寄出", "Send today")),
            _ => ("ok", call.State.Title),
        };
    }

    /// <summary>What happened, in words.</summary>
    public static Phrase What(IEvent happened) => happened switch
    {
        CareAsked => new("用戶來電索取", "Asked for by telephone"),
        CareSent { Way: CareWay.PickUp } => new("備妥，等用戶來拿", "Lies ready for the customer"),
        CareSent { Sending: > 1 } e => new($"再次寄出，{e.Way.Title.Zh}", $"Sent again, {e.Way.Title.En.ToLowerInvariant()}"),
        CareSent e => new($"寄出，{e.Way.Title.Zh}", $"Sent, {e.Way.Title.En.ToLowerInvariant()}"),
        CareCalled { State: CareState.NotReached } e => new($"去電：第 {e.Try} 次沒人接，不再打", $"Called: nobody answered {e.Try} times, no further call"),
        CareCalled e => new($"去電：{e.Outcome.Title.Zh}", $"Called: {e.Outcome.Title.En.ToLowerInvariant()}"),
        _ => new("不用辦了", "Withdrawn"),
    };
}
