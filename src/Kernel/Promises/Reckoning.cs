using GridDesk.Kernel.Time;

namespace GridDesk.Kernel.Promises;

/// <summary>The walk, day by day, from the start of the clock to the due minute.</summary>
/// <param name="Due">The end of the last minute in time.</param>
/// <param name="UsedUp">From here on no stop moves the date any more.</param>
/// <param name="MovedFrom">The last day of the limit, when it is a day off and another day took its place.</param>
/// <param name="Waited">What was not counted for each kind of stop: minutes for hours, else days.</param>
internal sealed record Reckoning(
    long Due, long UsedUp, IReadOnlyList<DueDay> Days, LocalDate? MovedFrom, IReadOnlyDictionary<SegmentKind, int> Waited)
{
    public static Reckoning Of(TimeLimit limit, long start, Stops stops, WorkCalendar calendar) => limit switch
    {
        WorkingHours hours => OfHours(hours.Hours * 60L, start, stops, calendar),
        WorkingDays days => OfWorkingDays(days.Days, start, stops, calendar),
        CalendarDays days => OfCalendarDays(days.Days, start, stops, calendar),
        ByDate date => ToDate(date.LastDay, start, calendar),
        _ => throw new ArgumentOutOfRangeException(nameof(limit)),
    };

    private static Reckoning OfHours(long left, long start, Stops stops, WorkCalendar calendar)
    {
        var days = new List<DueDay>();
        var waited = new Dictionary<SegmentKind, int>();
        var ordinal = 0;
        for (var date = WorkCalendar.DateOf(start); ; date = date.PlusDays(1))
        {
            ref readonly var day = ref calendar.Day(date);
            var ran = 0L;
            Stop? stopped = null;
            foreach (var opening in day.Openings)
            {
                var end = WorkCalendar.MinuteOf(date) + opening.EndMinute;
                var minute = Math.Max(start, WorkCalendar.MinuteOf(date) + opening.FirstMinute);
                while (minute < end)
                {
                    if (stops.At(minute) is { } stop)
                    {
                        stopped = stop;
                        var restart = Math.Min(end, stop.To);
                        waited[stop.Kind] = waited.GetValueOrDefault(stop.Kind) + (int)(restart - minute);
                        minute = restart;
                        continue;
                    }

                    var run = Math.Min(end, stops.NextAfter(minute)) - minute;
                    if (run >= left)
                    {
                        var due = minute + left;
                        days.Add(new(date, DueDayKind.Due, ordinal + 1));
                        return new(due, due, days, null, waited);
                    }

                    left -= run;
                    ran += run;
                    minute += run;
                }
            }

            days.Add(days.Count == 0 ? new(date, DueDayKind.Start, ran > 0 ? ++ordinal : null)
                : ran > 0 ? new(date, DueDayKind.Counted, ++ordinal)
                : stopped is { } wait ? new(date, DueDayKind.Waiting, null, Wording.Waiting(wait.Kind))
                : new(date, DueDayKind.Off, null, day.WhyOff));
        }
    }

    private static Reckoning OfWorkingDays(int limit, long start, Stops stops, WorkCalendar calendar)
    {
        var first = WorkCalendar.DateOf(start);
        var days = new List<DueDay> { new(first, DueDayKind.Start) };
        var waited = new Dictionary<SegmentKind, int>();
        var counted = 0;
        for (var date = first.PlusDays(1); ; date = date.PlusDays(1))
        {
            ref readonly var day = ref calendar.Day(date);
            if (!day.IsWorking)
            {
                days.Add(new(date, DueDayKind.Off, null, day.WhyOff));
            }
            else if (stops.At(CloseOf(date, day) - 1) is { } stop)
            {
                days.Add(Waiting(date, stop, waited));
            }
            else if (++counted == limit)
            {
                days.Add(new(date, DueDayKind.Due, counted));
                return new(CloseOf(date, day), CloseOf(date, day), days, null, waited);
            }
            else
            {
                days.Add(new(date, DueDayKind.Counted, counted));
            }
        }
    }

    private static Reckoning OfCalendarDays(int limit, long start, Stops stops, WorkCalendar calendar)
    {
        var first = WorkCalendar.DateOf(start);
        var days = new List<DueDay> { new(first, DueDayKind.Start) };
        var waited = new Dictionary<SegmentKind, int>();
        var counted = 0;
        for (var date = first.PlusDays(1); ; date = date.PlusDays(1))
        {
            ref readonly var day = ref calendar.Day(date);
            var midnight = WorkCalendar.MinuteOf(date.PlusDays(1));
            var isDue = counted + 1 == limit && day.IsWorking;
            if (stops.At((isDue ? CloseOf(date, day) : midnight) - 1) is { } stop)
            {
                days.Add(Waiting(date, stop, waited));
            }
            else if (++counted < limit)
            {
                days.Add(new(date, DueDayKind.Counted, counted, day.WhyOff));
            }
            else if (isDue)
            {
                days.Add(new(date, DueDayKind.Due, counted));
                return new(CloseOf(date, day), CloseOf(date, day), days, null, waited);
            }
            else
            {
                days.Add(new(date, DueDayKind.Counted, counted, day.WhyOff));
                return Moved(date, midnight, days, waited, calendar);
            }
        }
    }

    private static Reckoning Moved(
        LocalDate last, long usedUp, List<DueDay> days, Dictionary<SegmentKind, int> waited, WorkCalendar calendar)
    {
        for (var date = last.PlusDays(1); ; date = date.PlusDays(1))
        {
            ref readonly var day = ref calendar.Day(date);
            if (day.IsWorking)
            {
                days.Add(new(date, DueDayKind.Due));
                return new(CloseOf(date, day), usedUp, days, last, waited);
            }

            days.Add(new(date, DueDayKind.Off, null, day.WhyOff));
        }
    }

    private static Reckoning ToDate(LocalDate last, long start, WorkCalendar calendar)
    {
        var first = WorkCalendar.DateOf(start);
        var due = calendar.LastWorkingDayUpTo(last);
        var days = new List<DueDay>();
        var counted = 0;
        for (var date = first; date < due; date = date.PlusDays(1))
        {
            days.Add(date == first ? new(date, DueDayKind.Start)
                : calendar.WhyOff(date) is { } why ? new(date, DueDayKind.Off, null, why)
                : new(date, DueDayKind.Counted, ++counted));
        }

        days.Add(new(due, DueDayKind.Due, due > first ? counted + 1 : null));
        var close = CloseOf(due, calendar.Day(due));
        return new(close, long.MinValue, days, due == last ? null : last, new Dictionary<SegmentKind, int>());
    }

    private static DueDay Waiting(LocalDate date, Stop stop, Dictionary<SegmentKind, int> waited)
    {
        waited[stop.Kind] = waited.GetValueOrDefault(stop.Kind) + 1;
        return new(date, DueDayKind.Waiting, null, Wording.Waiting(stop.Kind));
    }

    private static long CloseOf(LocalDate date, in WorkDay day) => WorkCalendar.MinuteOf(date) + day.Openings[^1].EndMinute;
}
