using GridDesk.Bills;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;

namespace GridDesk.Notices.Reminders;

/// <summary><c>reminders.yaml</c>: how the office reminds of bills that fall due. Without it nobody is reminded.</summary>
/// <param name="Days">How many days before the due date, such as 3 and 1; where that is a day off, on the working day before it.</param>
/// <param name="At">From this time on, each working day.</param>
/// <param name="Calls">At these times a customer who does not answer is called again, one after the other; as many as they are called in all.</param>
internal sealed record ReminderSettings(IReadOnlyList<int> Days, LocalTime At, IReadOnlyList<LocalTime> Calls) : IChecked
{
    /// <summary>Null when the pack has none.</summary>
    public static ReminderSettings? Of(PackInForce pack) => pack.Pack.All<ReminderSettings>() is [var settings, ..] ? settings : null;

    /// <summary>What a bill is reminded of today: the least of the days that its reminder has reached; null when none has, or it is too late.</summary>
    public int? DueToday(LocalDate due, LocalDate today, WorkCalendar calendar) =>
        today <= KnownBill.LastDayToPay(due, calendar) && Days.Where(days => DayOf(due, days, calendar) <= today).ToList() is { Count: > 0 } reached ? reached.Min() : null;

    private static LocalDate DayOf(LocalDate due, int days, WorkCalendar calendar)
    {
        var day = due.PlusDays(-days);
        while (calendar.Knows(day) && !calendar.IsWorkingDay(day))
        {
            day = day.PlusDays(-1);
        }

        return day;
    }

    /// <summary>The next call after one that was not answered: at another time of day, while it is not too late to pay; null when enough were made.</summary>
    /// <param name="made">Calls so far.</param>
    public Instant? NextCall(int made, LocalDate due, Instant now, WorkCalendar calendar)
    {
        if (made >= Calls.Count)
        {
            return null;
        }

        var local = now.InZone(calendar.Zone);
        var time = Calls[made % Calls.Count];
        for (var day = local.Date; day <= KnownBill.LastDayToPay(due, calendar) && calendar.Knows(day); day = day.PlusDays(1))
        {
            if (calendar.IsWorkingDay(day) && (day > local.Date || time > local.TimeOfDay))
            {
                return (day + time).InZoneLeniently(calendar.Zone).ToInstant();
            }
        }

        return null;
    }

    void IChecked.Check(Checker check)
    {
        if (Days.Count == 0 || Days.Any(days => days is < 0 or > 30) || Days.Distinct().Count() != Days.Count)
        {
            check.Mistake("days", "「days」要寫期限前幾天提醒，0 到 30，不重複，例如 [3, 1]。", "'days' says how many days before the due date, 0 to 30, each once, such as [3, 1].");
        }

        if (Calls.Count is 0 or > 6 || Calls.Any(time => time.Hour is < 8 or > 20))
        {
            check.Mistake("calls", "「calls」要寫打電話的時間，08:00 到 20:59，一到六個，例如 [\"10:00\", \"18:30\"]。", "'calls' are the times of the calls, 08:00 to 20:59, one to six of them, such as [\"10:00\", \"18:30\"].");
        }
    }
}
