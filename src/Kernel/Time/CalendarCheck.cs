namespace GridDesk.Kernel.Time;

internal static class CalendarCheck
{
    public static IEnumerable<CalendarMistake> MistakesIn(CalendarDefinition calendar) =>
        MistakesInHours(calendar).Concat(MistakesInYears(calendar)).Concat(MistakesInClosures(calendar));

    private static IEnumerable<CalendarMistake> MistakesInHours(CalendarDefinition calendar)
    {
        if (calendar.Hours.Count == 0)
        {
            yield return new("hours", new("沒有上班時間，請至少寫一組。", "There are no office hours: write at least one set."));
        }

        for (var i = 0; i < calendar.Hours.Count; i++)
        {
            var hours = calendar.Hours[i];
            var place = $"hours[{i}]";
            if (hours.ValidUntil < hours.ValidFrom)
            {
                yield return new($"{place}.validUntil", new("結束日早於開始日。", "It ends before it begins."));
            }

            if (calendar.Hours.Take(i).Any(h => h.Id == hours.Id && h.ValidFrom == hours.ValidFrom))
            {
                yield return new($"{place}.validFrom", new(
                    $"「{hours.Id}」在同一天開始了兩次，請刪去一組。",
                    $"“{hours.Id}” begins twice on the same day: remove one."));
            }

            var days = Enum.GetValues<IsoDayOfWeek>().Where(day => day is not IsoDayOfWeek.None)
                .Select(day => (Place: $"{place}.week.{day.ToString().ToLowerInvariant()}", Stretches: hours.Week.On(day)))
                .Append((Place: $"{place}.makeUpDay", Stretches: hours.MakeUpDay));
            foreach (var mistake in days.SelectMany(day => MistakesInDay(day.Place, day.Stretches)))
            {
                yield return mistake;
            }
        }
    }

    private static IEnumerable<CalendarMistake> MistakesInDay(string place, IReadOnlyList<string> stretches)
    {
        var end = LocalTime.MinValue;
        for (var i = 0; i < stretches.Count; i++)
        {
            if (!Opening.TryParse(stretches[i], out var opening))
            {
                yield return new($"{place}[{i}]", new(
                    $"「{stretches[i]}」不是時段，請寫成 08:00-12:00，先早後晚。",
                    $"“{stretches[i]}” is not a stretch of time: write 08:00-12:00, the earlier time first."));
                continue;
            }

            if (opening.From < end)
            {
                yield return new($"{place}[{i}]", new(
                    $"「{stretches[i]}」與前一時段重疊或順序顛倒，請依時間先後排列。",
                    $"“{stretches[i]}” overlaps the one before it or is out of order: write them from morning to evening."));
            }

            end = LocalTime.Max(end, opening.Until);
        }
    }

    private static IEnumerable<CalendarMistake> MistakesInYears(CalendarDefinition calendar)
    {
        if (calendar.Years.Count == 0)
        {
            yield return new("years", new("沒有任何年度，請至少寫一年。", "No year is known: write at least one."));
        }

        for (var i = 0; i < calendar.Years.Count; i++)
        {
            var year = calendar.Years[i];
            if (i > 0 && year.Year != calendar.Years[i - 1].Year + 1)
            {
                yield return new($"years[{i}].year", new(
                    $"{year.Year}年沒有接在{calendar.Years[i - 1].Year}年之後，年度必須連續。",
                    $"{year.Year} does not follow {calendar.Years[i - 1].Year}: years must run on without a gap."));
            }

            foreach (var mistake in MistakesInYear(calendar, year, $"years[{i}]"))
            {
                yield return mistake;
            }
        }
    }

    private static IEnumerable<CalendarMistake> MistakesInYear(CalendarDefinition calendar, CalendarYear year, string place)
    {
        var seen = new HashSet<LocalDate>();
        var dates = year.DaysOff.Select((day, i) => (day.Date, Place: $"{place}.daysOff[{i}]"))
            .Concat(year.MakeUpDays.Select((date, i) => (Date: date, Place: $"{place}.makeUpDays[{i}]")));
        foreach (var (date, where) in dates)
        {
            if (date.Year != year.Year)
            {
                yield return new(where, new($"{date:R}不在{year.Year}年。", $"{date:R} is not in {year.Year}."));
            }
            else if (!seen.Add(date))
            {
                yield return new(where, new($"{date:R}寫了兩次，請刪去一次。", $"{date:R} is written twice: remove one."));
            }
        }

        var office = calendar.Hours.Where(hours => hours.Id == calendar.Hours[0].Id).ToList();
        for (var i = 0; i < year.MakeUpDays.Count; i++)
        {
            var date = year.MakeUpDays[i];
            var hours = OfficeHours.InForce(office, date);
            if (hours?.Week.On(date.DayOfWeek).Count > 0)
            {
                yield return new($"{place}.makeUpDays[{i}]", new(
                    $"{date:R}本來就是上班日，不能補行上班。",
                    $"{date:R} is a working day anyway and cannot be a make-up day."));
            }
            else if (hours?.MakeUpDay.Count == 0)
            {
                yield return new($"{place}.makeUpDays[{i}]", new(
                    $"{date:R}補行上班，但上班時間「{hours.Id}」沒有寫 makeUpDay。",
                    $"{date:R} is a make-up day, but the hours “{hours.Id}” have no makeUpDay."));
            }
        }

        var uncovered = calendar.Hours.Count == 0 ? null : WorkYears.DatesOf(year.Year)
            .Cast<LocalDate?>().FirstOrDefault(date => OfficeHours.InForce(office, date!.Value) is null);
        if (uncovered is not null)
        {
            yield return new($"{place}.year", new(
                $"{uncovered:R}沒有上班時間，請補上「{calendar.Hours[0].Id}」當日有效的時間。",
                $"There are no office hours on {uncovered:R}: add hours “{calendar.Hours[0].Id}” that hold on that day."));
        }
    }

    private static IEnumerable<CalendarMistake> MistakesInClosures(CalendarDefinition calendar)
    {
        for (var i = 0; i < calendar.Closures.Count; i++)
        {
            var closure = calendar.Closures[i];
            if (calendar.Years.All(year => year.Year != closure.Date.Year))
            {
                yield return new($"closures[{i}].date", new(
                    $"{closure.Date:R}不在已知的年度內。", $"{closure.Date:R} is in no year that is known."));
            }

            if ((closure.From ?? LocalTime.Midnight) >= closure.To)
            {
                yield return new($"closures[{i}].to", new("結束時間必須晚於開始時間。", "It must end after it begins."));
            }
        }
    }
}
