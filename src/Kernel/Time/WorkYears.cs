namespace GridDesk.Kernel.Time;

/// <param name="Openings">In order; none on a day off.</param>
/// <param name="WhyOff">Null on a working day.</param>
/// <param name="RegularlyOff">Off by the week, whatever its name.</param>
/// <param name="WorkingDaysSoFar">From the first known day to this one.</param>
/// <param name="Usual">The hours of that day before anything was shut; none on a day off.</param>
internal readonly record struct WorkDay(Opening[] Openings, Phrase? WhyOff, bool RegularlyOff, int WorkingDaysSoFar, Opening[] Usual)
{
    public bool IsWorking => Openings.Length > 0;
}

/// <summary>The known years of the office or of one site, day by day.</summary>
internal sealed class WorkYears
{
    private readonly string _edition;
    private readonly LocalDate _first;
    private readonly WorkDay[] _days;

    public WorkYears(CalendarDefinition calendar, string hoursId, string? site)
    {
        _edition = calendar.Edition;
        _first = new LocalDate(calendar.Years[0].Year, 1, 1);
        var hours = calendar.Hours.Where(h => h.Id == hoursId).ToList();
        var week = hours.ToDictionary(h => h, ReadWeek);
        var closures = calendar.Closures.Where(c => c.Site is null || c.Site == site).ToLookup(c => c.Date);
        var days = new List<WorkDay>(366 * calendar.Years.Count);
        foreach (var year in calendar.Years)
        {
            var daysOff = year.DaysOff.ToDictionary(day => day.Date, day => day.Name);
            var makeUpDays = year.MakeUpDays.ToHashSet();
            foreach (var date in DatesOf(year.Year))
            {
                var inForce = OfficeHours.InForce(hours, date);
                var usual = inForce is null ? [] : week[inForce][(int)date.DayOfWeek];
                var openings = daysOff.ContainsKey(date) || inForce is null ? []
                    : makeUpDays.Contains(date) ? week[inForce][MakeUp]
                    : usual;
                var open = closures[date].Aggregate(openings,
                    (left, closure) => [.. left.SelectMany(opening => opening.Without(closure.From, closure.To))]);
                var why = open.Length > 0 ? null
                    : daysOff.GetValueOrDefault(date)
                        ?? (openings.Length > 0 ? closures[date].First().Name : WorkCalendar.RegularDayOff(date.DayOfWeek));
                var before = days.Count > 0 ? days[^1].WorkingDaysSoFar : 0;
                days.Add(new(open, why, usual.Length == 0, before + (open.Length > 0 ? 1 : 0), openings));
            }
        }

        _days = [.. days];
    }

    public bool Knows(LocalDate date) => (uint)Period.DaysBetween(_first, date) < (uint)_days.Length;

    /// <exception cref="Refusal"><c>calendar.year-unknown</c></exception>
    public ref readonly WorkDay this[LocalDate date]
    {
        get
        {
            var index = Period.DaysBetween(_first, date);
            if ((uint)index < (uint)_days.Length)
            {
                return ref _days[index];
            }

            throw new Refusal("calendar.year-unknown",
                $"行事曆{_edition}版沒有{RocDate.YearText(date).Zh}的資料，請管理人員先補上這一年的放假日。",
                $"Calendar {_edition} does not know {date.Year}: ask the administrator to add that year’s days off.");
        }
    }

    public static IEnumerable<LocalDate> DatesOf(int year)
    {
        for (var date = new LocalDate(year, 1, 1); date.Year == year; date = date.PlusDays(1))
        {
            yield return date;
        }
    }

    private const int MakeUp = 0;

    private static Opening[][] ReadWeek(OfficeHours hours) =>
    [
        Read(hours.MakeUpDay),
        .. Enum.GetValues<IsoDayOfWeek>().Where(day => day is not IsoDayOfWeek.None).Order()
            .Select(day => Read(hours.Week.On(day))),
    ];

    private static Opening[] Read(IReadOnlyList<string> stretches) =>
        [.. stretches.Select(text => Opening.TryParse(text, out var opening) ? opening : throw new FormatException(text))];
}
