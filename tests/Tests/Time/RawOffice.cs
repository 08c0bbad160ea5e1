using FsCheck;
using FsCheck.Fluent;
using GridDesk.Kernel.Time;

namespace GridDesk.Tests.Time;

/// <summary>
/// An office as bare facts, with its own idea of an open minute. It shares nothing with the calendar it is compared
/// with: no NodaTime, no tables, one minute at a time. Eight hours ahead of UTC, without summer time.
/// </summary>
internal sealed class RawOffice
{
    public const int FirstYear = 2019;
    public const int LastYear = 2021;

    public required (int From, int To)[][] Week { get; init; }

    public required (int From, int To)[][] LaterWeek { get; init; }

    public required DateTime LaterFrom { get; init; }

    public required Dictionary<DateTime, string> DaysOff { get; init; }

    public required HashSet<DateTime> MakeUpDays { get; init; }

    public required (DateTime Date, int? From, int? To)[] Closures { get; init; }

    private readonly Dictionary<DateTime, int?> _lastOpenMinutes = [];

    public static bool Knows(DateTime local) => local.Year is >= FirstYear and <= LastYear;

    public bool IsOpen(DateTime minute)
    {
        var minuteOfDay = (int)minute.TimeOfDay.TotalMinutes;
        return HoursOf(minute.Date).Any(stretch => stretch.From <= minuteOfDay && minuteOfDay < stretch.To)
            && !Closures.Any(closure => closure.Date == minute.Date
                && (closure.From ?? 0) <= minuteOfDay && minuteOfDay < (closure.To ?? 1440));
    }

    /// <summary>The minute of that day after which no other is open; null on a day off.</summary>
    public int? LastOpenMinute(DateTime date)
    {
        if (!_lastOpenMinutes.TryGetValue(date, out var last))
        {
            for (var minute = 1439; minute >= 0 && last is null; minute--)
            {
                last = IsOpen(date.AddMinutes(minute)) ? minute : null;
            }

            _lastOpenMinutes[date] = last;
        }

        return last;
    }

    public bool Works(DateTime date) => LastOpenMinute(date) is not null;

    public (int From, int To)[] UsualHours(DateTime date) =>
        (date >= LaterFrom ? LaterWeek : Week)[1 + (int)date.DayOfWeek];

    private (int From, int To)[] HoursOf(DateTime date) =>
        DaysOff.ContainsKey(date) ? []
        : MakeUpDays.Contains(date) ? (date >= LaterFrom ? LaterWeek : Week)[0]
        : UsualHours(date);

    public WorkCalendar Calendar() => new(Definition(), DateTimeZone.ForOffset(Offset.FromHours(8)));

    public CalendarDefinition Definition() => new()
    {
        Edition = "2021-3",
        Source = "random",
        Hours = [Hours(Week, new(FirstYear, 1, 1)), Hours(LaterWeek, LocalDate.FromDateTime(LaterFrom))],
        Years =
        [
            .. Enumerable.Range(FirstYear, LastYear - FirstYear + 1).Select(year => new CalendarYear
            {
                Year = year,
                DaysOff = [.. DaysOff.Where(day => day.Key.Year == year)
                    .Select(day => new DayOff { Date = LocalDate.FromDateTime(day.Key), Name = new(day.Value, "Day of " + day.Value) })],
                MakeUpDays = [.. MakeUpDays.Where(day => day.Year == year).Select(LocalDate.FromDateTime)],
            }),
        ],
        Closures =
        [
            .. Closures.Select(closure => new Closure
            {
                Date = LocalDate.FromDateTime(closure.Date),
                From = closure.From is { } from ? LocalTime.FromMinutesSinceMidnight(from) : null,
                To = closure.To is { } to ? LocalTime.FromMinutesSinceMidnight(to) : null,
                Name = new("颱風停班", "Typhoon closure"),
            }),
        ],
    };

    private static OfficeHours Hours((int From, int To)[][] week, LocalDate from) => new()
    {
        Id = "office",
        Name = new("上班時間", "Office hours"),
        ValidFrom = from,
        MakeUpDay = Text(week[0]),
        Week = new()
        {
            Sunday = Text(week[1]), Monday = Text(week[2]), Tuesday = Text(week[3]), Wednesday = Text(week[4]),
            Thursday = Text(week[5]), Friday = Text(week[6]), Saturday = Text(week[7]),
        },
    };

    private static string[] Text((int From, int To)[] stretches) =>
        [.. stretches.Select(s => $"{s.From / 60:00}:{s.From % 60:00}-{s.To / 60:00}:{s.To % 60:00}")];

    private static readonly Gen<(int From, int To)[]> Stretches =
        from count in Gen.Choose(1, 3)
        from ends in Gen.Choose(5 * 60, 23 * 60 + 59).ArrayOf(count * 2)
        select Pairs([.. ends.Append(600).Append(601).Distinct().Order()]);

    private static readonly Gen<(int From, int To)[]> OfficeDay = Gen.Frequency(
        (4, Gen.Constant<(int, int)[]>([(480, 720), (780, 1020)])), (3, Stretches));

    private static readonly Gen<(int From, int To)[]> Shut = Gen.Constant<(int, int)[]>([]);

    private static readonly Gen<(int From, int To)[][]> Weeks =
        from makeUp in OfficeDay
        from weekdays in Gen.Frequency((8, OfficeDay), (1, Shut)).ArrayOf(4)
        from monday in OfficeDay
        from weekend in Gen.Frequency((1, OfficeDay), (6, Shut)).ArrayOf(2)
        select new[] { makeUp, weekend[0], monday, weekdays[0], weekdays[1], weekdays[2], weekdays[3], weekend[1] };

    private static readonly Gen<DateTime> Dates =
        from day in Gen.Choose(0, 365 + 366 + 364) select new DateTime(FirstYear, 1, 1).AddDays(day);

    private static readonly Gen<(DateTime, int?, int?)> RandomClosures =
        from date in Dates
        from kind in Gen.Choose(0, 3)
        from start in Gen.Choose(1, 1438)
        from end in Gen.Choose(start + 1, 1439)
        select kind switch
        {
            0 => (date, (int?)null, (int?)null),
            1 => (date, start, null),
            2 => (date, null, end),
            _ => (date, start, end),
        };

    public static readonly Gen<RawOffice> Any =
        from week in Weeks
        from laterWeek in Weeks
        from laterFrom in Dates
        where laterFrom > new DateTime(FirstYear, 1, 1)
        from countOff in Gen.Choose(0, 150)
        from off in Dates.ArrayOf(countOff)
        from names in Gen.Elements("端午節", "春節", "國慶日").ArrayOf(countOff)
        from holidayStart in Dates
        from holidayLength in Gen.Choose(0, 9)
        from makeUp in Dates.ArrayOf(40)
        from countClosed in Gen.Choose(0, 30)
        from closures in RandomClosures.ArrayOf(countClosed)
        select Office(week, laterWeek, laterFrom, off, names, holidayStart, holidayLength, makeUp, closures);

    private static RawOffice Office(
        (int From, int To)[][] week, (int From, int To)[][] laterWeek, DateTime laterFrom, DateTime[] off, string[] names,
        DateTime holidayStart, int holidayLength, DateTime[] makeUp, (DateTime, int?, int?)[] closures)
    {
        var daysOff = new Dictionary<DateTime, string>();
        foreach (var (date, name) in off.Zip(names)
            .Concat(Enumerable.Range(0, holidayLength).Select(i => (holidayStart.AddDays(i), "春節"))))
        {
            if (Knows(date))
            {
                daysOff[date] = name;
            }
        }

        var office = new RawOffice
        {
            Week = week, LaterWeek = laterWeek, LaterFrom = laterFrom, DaysOff = daysOff, MakeUpDays = [], Closures = closures,
        };
        office.MakeUpDays.UnionWith(makeUp.Where(day => !daysOff.ContainsKey(day) && office.UsualHours(day).Length == 0));
        return office;
    }

    private static (int, int)[] Pairs(int[] ends) =>
        [.. Enumerable.Range(0, ends.Length / 2).Select(i => (ends[i * 2], ends[i * 2 + 1]))];
}
