using System.Text.Json.Serialization;

namespace GridDesk.Kernel.Time;

/// <summary>One day, or part of it, on which the office works otherwise than its pack says; published at the desk.</summary>
/// <param name="Kind">Whether the office is shut or works.</param>
/// <param name="Site">A site's code when only that site is shut; the whole office when null.</param>
/// <param name="From">Shut from this time on; from the morning when null.</param>
/// <param name="To">Shut until this time; for the rest of the day when null.</param>
/// <param name="Name">Why: 颱風停班, a typhoon. Customers read it.</param>
public sealed record CalendarChange(
    [property: JsonRequired] CalendarChangeKind Kind, [property: JsonRequired] LocalDate Date, [property: JsonRequired] Phrase Name, string? Site = null, LocalTime? From = null, LocalTime? To = null)
{
    /// <summary>Checks the change against the calendar that it is made to.</summary>
    /// <exception cref="Refusal"><c>calendar.year-unknown</c>, <c>calendar.name</c>, <c>calendar.hours</c>, <c>calendar.shut-already</c>, <c>calendar.works-already</c></exception>
    public void CheckAgainst(WorkCalendar calendar)
    {
        var works = calendar.IsWorkingDay(Date, Site);
        if (string.IsNullOrWhiteSpace(Name.Zh) || string.IsNullOrWhiteSpace(Name.En) || Name.Zh.Length > 40 || Name.En.Length > 80)
        {
            throw new Refusal("calendar.name", "請用中文（40 字以內）和英文（80 字以內）寫原因，用戶會看到。", "Write why, in Chinese (at most 40 characters) and in English (at most 80): customers read it.", string.IsNullOrWhiteSpace(Name.Zh) || Name.Zh.Length > 40 ? "zh" : "en");
        }

        if (Kind is CalendarChangeKind.Shut && (From ?? LocalTime.Midnight) >= (To ?? LocalTime.MaxValue))
        {
            throw new Refusal("calendar.hours", "停班結束的時間必須晚於開始的時間。", "It must end after it begins.", "to");
        }

        if (Kind is CalendarChangeKind.Works && works && calendar.HoursOn(Date, Site).SequenceEqual(calendar.UsualHoursOn(Date)))
        {
            throw new Refusal("calendar.works-already", $"{RocDate.Show(Date).Zh}本來就是上班日。", $"{RocDate.Show(Date).En} is a working day already.", "date");
        }

        if (Kind is CalendarChangeKind.Shut && !works)
        {
            throw new Refusal("calendar.shut-already", $"{RocDate.Show(Date).Zh}本來就不上班。", $"The office does not work on {RocDate.Show(Date).En} anyway.", "date");
        }
    }
}

public enum CalendarChangeKind
{
    /// <summary>The office, or one site, is shut (停班); a make-up day that is given up as well.</summary>
    Shut,

    /// <summary>The office works all the same: a make-up day (補行上班), or a closure that was called off.</summary>
    Works,
}

public static class CalendarChanges
{
    /// <summary>The calendar with what was published at the desk laid over it, in the order of publication.</summary>
    /// <param name="edition">Names the whole.</param>
    public static CalendarDefinition With(this CalendarDefinition calendar, IEnumerable<CalendarChange> changes, string edition) =>
        changes.Aggregate(calendar, (so, change) => change.Kind is CalendarChangeKind.Shut ? so.Shut(change) : so.Work(change.Date)) with { Edition = edition };

    private static CalendarDefinition Shut(this CalendarDefinition calendar, CalendarChange change) =>
        calendar with { Closures = [.. calendar.Closures, new Closure { Site = change.Site, Date = change.Date, From = change.From, To = change.To, Name = change.Name }] };

    private static CalendarDefinition Work(this CalendarDefinition calendar, LocalDate date)
    {
        var office = calendar.Hours.Where(hours => hours.Id == calendar.Hours[0].Id);
        var usuallyOff = OfficeHours.InForce(office, date)?.Week.On(date.DayOfWeek).Count is not > 0;
        return calendar with
        {
            Closures = [.. calendar.Closures.Where(closure => closure.Date != date)],
            Years =
            [
                .. calendar.Years.Select(year => year.Year != date.Year ? year : year with
                {
                    DaysOff = [.. year.DaysOff.Where(day => day.Date != date)],
                    MakeUpDays = usuallyOff && !year.MakeUpDays.Contains(date) ? [.. year.MakeUpDays, date] : year.MakeUpDays,
                }),
            ],
        };
    }
}
