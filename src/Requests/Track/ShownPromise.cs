using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Ui.Cases;

namespace GridDesk.Requests.Track;

/// <summary>A request's promise as its customer sees it: the day told, why, and the weeks as they were counted.</summary>
internal static class ShownPromise
{
    private static readonly Phrase Off = new("放假", "off");

    /// <summary>Null while there is no date, or when it is over.</summary>
    public static PromiseView? Of(Progress progress, WorkCalendar calendar, Instant now)
    {
        if (progress is not { Due: { } due, Promise: { ClosedAt: null } promise })
        {
            return null;
        }

        var today = calendar.Today(now);
        var day = due.Stopped ? due.Day : promise.Told ?? due.Day;
        var (kind, text) = Status(progress.Request, due, day, calendar, today);
        return new PromiseView(day, day == due.Day ? due.At : calendar.CloseOf(calendar.LastWorkingDayUpTo(day)) ?? due.At, kind, text, due.Explanation, Days(due, day, today));
    }

    private static (string, Phrase) Status(ServiceRequest request, DueDate due, LocalDate day, WorkCalendar calendar, LocalDate today) => (due.Stopped, Left: calendar.WorkingDaysBetween(today, day)) switch
    {
        (true, _) when request.Status == RequestStatus.WaitingForCustomer => ("wait", new("等您補件", "Waiting for your papers")),
        (true, _) => ("wait", new("時鐘停著", "Clock stopped")),
        _ when today > day => ("late", new("我們沒趕上", "We missed it")),
        (_, 0) => ("soon", new("今天到期", "Due today")),
        _ => ("ok", new("照進度進行", "On track")),
    };

    public static IReadOnlyList<DayCell> Days(DueDate due, LocalDate told, LocalDate today)
    {
        var days = due.Days.Select(day => new DayCell(day.Date, KindOf(day, told), NoteOf(day), day.Date == today)).ToList();
        for (var day = due.Day.PlusDays(1); day <= told; day = day.PlusDays(1))
        {
            days.Add(new DayCell(day, day == told ? DayKind.Due : DayKind.Plain, null, day == today));
        }

        return days;
    }

    private static DayKind KindOf(DueDay day, LocalDate told) => day.Kind switch
    {
        _ when day.Date == told => DayKind.Due,
        DueDayKind.Off => DayKind.Off,
        DueDayKind.Waiting => DayKind.Waiting,
        DueDayKind.Counted or DueDayKind.Due => DayKind.Counted,
        _ => DayKind.Plain,
    };

    // A cell has room for about three letters of Chinese and five of English.
    private static Phrase? NoteOf(DueDay day) => day.Kind switch
    {
        DueDayKind.Start => new("收件", "in"),
        DueDayKind.Waiting => new("等候", "wait"),
        DueDayKind.Off => day.Note?.Zh.TrimEnd('節') is { Length: <= 2 } name ? new(name, Off.En) : Off,
        _ when day.Ordinal is { } n => new($"第{n}天", $"day {n}"),
        _ => null,
    };
}
