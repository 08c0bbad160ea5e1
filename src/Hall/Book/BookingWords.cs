using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;

namespace GridDesk.Hall.Book;

internal static class BookingWords
{
    extension(BookingState state)
    {
        public Phrase Name => state switch
        {
            BookingState.Booked => new("已預約", "Booked"),
            BookingState.CheckedIn => new("已報到", "Checked in"),
            BookingState.Missed => new("沒有來", "Did not come"),
            BookingState.Cancelled => new("已取消", "Cancelled"),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };

        /// <summary>Of <c>gd-status</c>.</summary>
        public string Kind => state switch
        {
            BookingState.Booked => "ok",
            BookingState.CheckedIn => "done",
            BookingState.Missed => "late",
            _ => "none",
        };
    }

    extension(BookingWay way)
    {
        public Phrase Name => way switch
        {
            BookingWay.Online => new("網路", "Online"),
            BookingWay.Phone => new("同仁代訂", "By our staff"),
            _ => new("程式", "A program"),
        };
    }

    /// <summary>6月21日（五）09:30, Friday 21 June, 09:30</summary>
    public static Phrase When(LocalDateTime at) => new($"{RocDate.ShowWithWeekday(at.Date).Zh} {Slots.Clock(at)}", $"{RocDate.ShowWithWeekday(at.Date).En}, {Slots.Clock(at)}");

    /// <summary>星期五, Friday</summary>
    public static Phrase Weekday(LocalDate day) => new($"星期{"一二三四五六日"[(int)day.DayOfWeek - 1]}", $"{day.DayOfWeek}");

    /// <summary>What happened, for its history.</summary>
    public static Phrase What(IEvent happened, DateTimeZone zone) => happened switch
    {
        BookingMade made => new($"預約 {At(made.At, zone).Zh}（{made.Way.Name.Zh}{(made.FromWaitList ? "，候補到" : "")}）", $"Booked for {At(made.At, zone).En} ({made.Way.Name.En.ToLowerInvariant()}{(made.FromWaitList ? ", from the wait list" : "")})"),
        BookingMoved moved => new($"改到 {At(moved.To, zone).Zh}（{moved.Way.Name.Zh}{(moved.FromWaitList ? "，候補到" : "")}）", $"Moved to {At(moved.To, zone).En} ({moved.Way.Name.En.ToLowerInvariant()}{(moved.FromWaitList ? ", from the wait list" : "")})"),
        BookingCancelled { Why: CancelReason.Shut } => new("那天不上班，取消", "Cancelled: the office is shut that day"),
        BookingCancelled => new("取消", "Cancelled"),
        BookingCheckedIn here => new($"報到，號碼 {here.Ticket}{(here.Late ? "（晚到）" : "")}", $"Checked in with ticket {here.Ticket}{(here.Late ? " (late)" : "")}"),
        BookingMissed => new("沒有來", "Did not come"),
        BookingReminderDue => new("提醒", "Reminded"),
        _ => Phrase.Same(happened.GetType().Name),
    };

    private static Phrase At(Instant at, DateTimeZone zone) => When(at.InZone(zone).LocalDateTime);
}
