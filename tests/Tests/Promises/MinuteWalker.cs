using GridDesk.Tests.Time;

namespace GridDesk.Tests.Promises;

/// <summary>
/// Finds a due moment by looking at every minute, one after another, asking only whether the office is open and
/// whether the clock runs. Null when it walks out of the years that the office knows.
/// </summary>
/// <param name="office">The bare facts.</param>
/// <param name="received">Local time, with seconds.</param>
/// <param name="stops">Local times, with seconds.</param>
internal sealed class MinuteWalker(RawOffice office, DateTime received, (DateTime From, DateTime To)[] stops)
{
    public DateTime? AfterHours(int hours)
    {
        var left = hours * 60;
        for (var minute = Start(); minute is { } now && RawOffice.Knows(now); minute = now.AddMinutes(1))
        {
            if (office.IsOpen(now) && Runs(now) && --left == 0)
            {
                return now.AddMinutes(1);
            }
        }

        return null;
    }

    public DateTime? AfterWorkingDays(int days)
    {
        for (var minute = DayAfterStart(); minute is { } now && RawOffice.Knows(now); minute = now.AddMinutes(1))
        {
            if (IsClosingMinute(now) && Runs(now) && --days == 0)
            {
                return now.AddMinutes(1);
            }
        }

        return null;
    }

    public DateTime? AfterCalendarDays(int days)
    {
        for (var minute = DayAfterStart(); minute is { } now && RawOffice.Knows(now); minute = now.AddMinutes(1))
        {
            var lastOfAll = days == 1 && office.Works(now.Date);
            if (lastOfAll && IsClosingMinute(now) && Runs(now))
            {
                return now.AddMinutes(1);
            }

            if (!lastOfAll && now.Hour == 23 && now.Minute == 59 && Runs(now) && --days == 0)
            {
                return FirstCloseFrom(now.Date);
            }
        }

        return null;
    }

    public DateTime? ByDate(DateTime date, bool includesTheDay)
    {
        if (Start() is null)
        {
            return null;
        }

        for (var minute = date.AddDays(includesTheDay ? 1 : 0).AddMinutes(-1); RawOffice.Knows(minute); minute = minute.AddMinutes(-1))
        {
            if (office.IsOpen(minute))
            {
                return minute.AddMinutes(1);
            }
        }

        return null;
    }

    private DateTime? Start()
    {
        var minute = received.Date.AddHours(received.Hour).AddMinutes(received.Minute);
        for (minute = minute < received ? minute.AddMinutes(1) : minute; RawOffice.Knows(minute); minute = minute.AddMinutes(1))
        {
            if (office.IsOpen(minute))
            {
                return minute;
            }
        }

        return null;
    }

    private DateTime? DayAfterStart() => Start()?.Date.AddDays(1);

    private bool Runs(DateTime minute) => !stops.Any(stop => stop.From <= minute && minute < stop.To);

    private bool IsClosingMinute(DateTime minute) => office.LastOpenMinute(minute.Date) == (int)minute.TimeOfDay.TotalMinutes;

    private DateTime? FirstCloseFrom(DateTime date)
    {
        for (var minute = date; RawOffice.Knows(minute); minute = minute.AddMinutes(1))
        {
            if (IsClosingMinute(minute))
            {
                return minute.AddMinutes(1);
            }
        }

        return null;
    }
}
