using FsCheck.Fluent;
using GridDesk.Kernel.Time;

namespace GridDesk.Tests.Time;

public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar Calendar = Offices.Chiayi;

    [Fact]
    public void Every_day_of_a_random_calendar_agrees_with_its_bare_facts() =>
        RawOffice.Any.Hold(
            office =>
            {
                var calendar = office.Calendar();
                var worked = 0;
                var first = new DateTime(RawOffice.FirstYear, 1, 1);
                for (var day = first; RawOffice.Knows(day); day = day.AddDays(1))
                {
                    var date = LocalDate.FromDateTime(day);
                    worked += office.Works(day) ? 1 : 0;
                    calendar.IsWorkingDay(date).ShouldBe(office.Works(day));
                    (calendar.WhyOff(date) is null).ShouldBe(office.Works(day));
                    calendar.CloseOf(date).ShouldBe(office.LastOpenMinute(day) is { } last
                        ? Instant.FromDateTimeUtc(DateTime.SpecifyKind(day.AddMinutes(last + 1).AddHours(-8), DateTimeKind.Utc))
                        : null);
                    (calendar.WorkingDaysBetween(LocalDate.FromDateTime(first), date) + (office.Works(first) ? 1 : 0)).ShouldBe(worked);
                    calendar.HoursOn(date).Sum(hours => Period.Between(hours.From, hours.Until, PeriodUnits.Minutes).Minutes)
                        .ShouldBe(Enumerable.Range(0, 1440).Count(minute => office.IsOpen(day.AddMinutes(minute))));
                }
            },
            quick: 4);

    [Fact]
    public void The_next_working_minute_is_the_first_open_one_not_before_the_instant() =>
        (from office in RawOffice.Any
         from second in Gen.Choose(0, 600 * 24 * 60 * 60)
         select (Office: office, Second: second)).Hold(sample =>
        {
            var asked = new DateTime(RawOffice.FirstYear, 1, 1).AddSeconds(sample.Second);
            var minute = asked.AddTicks(-(asked.Ticks % TimeSpan.TicksPerMinute));
            minute = minute < asked ? minute.AddMinutes(1) : minute;
            while (!sample.Office.IsOpen(minute))
            {
                minute = minute.AddMinutes(1);
            }

            sample.Office.Calendar().NextWorkingMinute(Utc(asked)).ShouldBe(Utc(minute));
        });

    [Fact]
    public void The_Dragon_Boat_Festival_of_2019_is_a_day_off_with_its_name()
    {
        Calendar.IsWorkingDay(new(2019, 6, 7)).ShouldBeFalse();
        Calendar.WhyOff(new(2019, 6, 7)).ShouldBe(new("端午節", "Dragon Boat Festival"));
        Calendar.HoursOn(new(2019, 6, 7)).ShouldBeEmpty();
        Calendar.CloseOf(new(2019, 6, 7)).ShouldBeNull();
    }

    [Fact]
    public void The_Saturday_worked_in_place_of_a_Friday_is_a_working_day()
    {
        Calendar.IsWorkingDay(new(2019, 10, 5)).ShouldBeTrue();
        Calendar.WhyOff(new(2019, 10, 5)).ShouldBeNull();
        Calendar.CloseOf(new(2019, 10, 5)).ShouldBe(Offices.At(2019, 10, 5, 17, 0));
        Calendar.WhyOff(new(2019, 10, 12)).ShouldBe(new("週末", "Weekend"));
    }

    [Theory]
    [InlineData(6, 11, 59, 0, 6, 11, 59)]
    [InlineData(6, 11, 59, 1, 6, 13, 0)]
    [InlineData(6, 12, 30, 0, 6, 13, 0)]
    [InlineData(6, 17, 0, 0, 10, 8, 0)]
    [InlineData(7, 18, 0, 0, 10, 8, 0)]
    [InlineData(6, 6, 0, 0, 6, 8, 0)]
    public void The_noon_break_the_close_and_the_long_weekend_lead_to_the_next_office_hours(
        int day, int hour, int minute, int second, int nextDay, int nextHour, int nextMinute) =>
        Calendar.NextWorkingMinute(Offices.At(2019, 6, day, hour, minute) + Duration.FromSeconds(second))
            .ShouldBe(Offices.At(2019, 6, nextDay, nextHour, nextMinute));

    [Fact]
    public void The_office_decides_the_day_not_the_server() =>
        Calendar.Today(Instant.FromUtc(2019, 6, 6, 16, 0)).ShouldBe(new LocalDate(2019, 6, 7));

    [Fact]
    public void Working_days_are_counted_after_the_first_and_with_the_last_day()
    {
        Calendar.WorkingDaysBetween(new(2019, 6, 6), new(2019, 6, 10)).ShouldBe(1);
        Calendar.WorkingDaysBetween(new(2019, 6, 10), new(2019, 6, 6)).ShouldBe(-1);
        Calendar.FirstWorkingDayFrom(new(2019, 2, 2)).ShouldBe(new LocalDate(2019, 2, 11));
        Calendar.LastWorkingDayUpTo(new(2019, 2, 10)).ShouldBe(new LocalDate(2019, 2, 1));
    }

    [Fact]
    public void A_closure_of_one_site_leaves_the_others_open()
    {
        var calendar = Offices.With(
            new Closure { Site = "puzi", Date = new(2019, 8, 8), Name = new("停電", "Power cut") },
            new Closure { Site = "centre", Date = new(2019, 8, 8), From = new(10, 0), To = new(14, 0), Name = new("停電", "Power cut") },
            new Closure { Date = new(2019, 8, 9), From = new(12, 0), Name = new("颱風停班", "Typhoon closure") });

        calendar.IsWorkingDay(new(2019, 8, 8)).ShouldBeTrue();
        calendar.IsWorkingDay(new(2019, 8, 8), "puzi").ShouldBeFalse();
        calendar.WhyOff(new(2019, 8, 8), "puzi").ShouldBe(new("停電", "Power cut"));
        calendar.HoursOn(new(2019, 8, 8), "centre").Select(hours => hours.ToString()).ShouldBe(["08:00-10:00", "14:00-17:00"]);
        calendar.CloseOf(new(2019, 8, 9), "minxiong").ShouldBe(Offices.At(2019, 8, 9, 12, 0));
        calendar.CloseOf(new(2019, 8, 9), "puzi").ShouldBe(Offices.At(2019, 8, 9, 12, 0));
    }

    [Fact]
    public void A_site_keeps_its_own_hours_and_summer_hours_end_by_themselves()
    {
        var office = Offices.ChiayiDefinition;
        var calendar = new WorkCalendar(
            office with
            {
                Hours =
                [
                    .. office.Hours,
                    office.Hours[0] with { ValidFrom = new(2019, 7, 1), ValidUntil = new(2019, 8, 31), Week = new() { Monday = ["07:30-16:30"] } },
                    office.Hours[0] with { Id = "station", Week = new() { Monday = ["09:00-12:00"] } },
                ],
            },
            Offices.Zone,
            new Dictionary<string, string> { ["puzi"] = "station", ["centre"] = "office" });

        calendar.HoursOn(new(2019, 7, 1))[0].ToString().ShouldBe("07:30-16:30");
        calendar.HoursOn(new(2019, 9, 2), "centre")[0].ToString().ShouldBe("08:00-12:00");
        calendar.HoursOn(new(2019, 7, 1), "puzi")[0].ToString().ShouldBe("09:00-12:00");
        calendar.WhyOff(new(2019, 7, 2), "puzi").ShouldBe(new("例假日", "Regular day off"));
    }

    [Fact]
    public void A_year_that_is_not_known_is_refused_and_not_guessed()
    {
        var refusal = Should.Throw<Refusal>(() => Calendar.IsWorkingDay(new(2021, 1, 1)));
        refusal.Code.ShouldBe("calendar.year-unknown");
        refusal.Reason.Zh.ShouldContain("110年");
        refusal.Reason.En.ShouldContain("2021");
        Should.Throw<Refusal>(() => Calendar.CloseOf(new(2018, 12, 31)));
        Should.Throw<Refusal>(() => Calendar.NextWorkingMinute(Offices.At(2020, 12, 31, 18, 0)));
        Should.Throw<Refusal>(() => Calendar.WorkingDaysBetween(new(2020, 1, 1), new(2021, 1, 1)));
    }

    private static Instant Utc(DateTime local) =>
        Instant.FromDateTimeUtc(DateTime.SpecifyKind(local.AddHours(-8), DateTimeKind.Utc));
}
