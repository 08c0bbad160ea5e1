using FsCheck;
using FsCheck.Fluent;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Chasing;
using GridDesk.Tests.Time;

namespace GridDesk.Tests.Requests.Chasing;

/// <summary>When a promise is chased.</summary>
public sealed class ChaseLadderTests
{
    private static readonly WorkCalendar Calendar = Offices.Chiayi;

    private static Instant At(int month, int day, int hour, int minute = 0) => new LocalDateTime(2019, month, day, hour, minute).InZoneStrictly(Calendar.Zone).ToInstant();

    [Fact]
    public void A_promise_of_five_days_is_chased_two_working_days_before_on_the_day_and_the_day_after()
    {
        // Accepted on Thursday 13 June, due on Thursday 20 June.
        ChaseLadder.Of(At(6, 13, 10), At(6, 20, 17), Calendar).ShouldBe(
        [
            new(ChaseRung.Before, At(6, 18, 8)),
            new(ChaseRung.Due, At(6, 20, 8)),
            new(ChaseRung.Late, At(6, 21, 8)),
        ]);
    }

    [Fact]
    public void Holidays_are_not_counted()
    {
        // Friday 7 June 2019 is a day off; due on Monday 10 June.
        ChaseLadder.Of(At(5, 31, 10), At(6, 10, 17), Calendar).Select(step => step.From).ShouldBe([At(6, 5, 8), At(6, 10, 8), At(6, 11, 8)]);
    }

    [Fact]
    public void What_was_promised_for_today_is_chased_when_its_time_is_over_and_not_before()
    {
        ChaseLadder.Of(At(6, 20, 9), At(6, 20, 10), Calendar).ShouldBe([new(ChaseRung.Due, At(6, 20, 10)), new(ChaseRung.Late, At(6, 21, 8))]);
        ChaseLadder.Of(At(6, 20, 15), At(6, 20, 17), Calendar)[0].From.ShouldBe(At(6, 21, 8), "the office is closed when it is over");
    }

    [Fact]
    public void The_last_day_of_the_last_year_that_the_calendar_knows_is_chased_like_any_other()
    {
        var year = Offices.ChiayiDefinition.Years.Max(known => known.Year);
        Should.Throw<Refusal>(() => Calendar.IsWorkingDay(new LocalDate(year + 1, 1, 2)));
        var last = Calendar.LastWorkingDayUpTo(new LocalDate(year, 12, 31));
        var (started, now) = (Offices.At(year, last.Month, last.Day, 10, 0), Offices.At(year, last.Month, last.Day, 16, 0));
        ChaseLadder.Reached(started, now - Duration.FromHours(1), false, Calendar, now).ShouldBe([ChaseRung.Due]);
    }

    [Fact]
    public void Nobody_is_chased_at_noon_in_the_evening_or_while_the_clock_stands_still()
    {
        var (started, due) = (At(6, 13, 10), At(6, 20, 17));
        ChaseLadder.Reached(started, due, false, Calendar, At(6, 21, 12, 30)).ShouldBeEmpty();
        ChaseLadder.Reached(started, due, false, Calendar, At(6, 22, 10)).ShouldBeEmpty("a Saturday");
        ChaseLadder.Reached(started, due, true, Calendar, At(6, 21, 10)).ShouldBeEmpty();
        ChaseLadder.Reached(started, due, false, Calendar, At(6, 21, 10)).ShouldBe([ChaseRung.Before, ChaseRung.Due, ChaseRung.Late]);
    }

    [Fact]
    public void Whatever_is_overdue_in_office_hours_has_been_chased_and_every_rung_lies_in_office_hours()
    {
        var first = At(1, 2, 0);
        var cases = from start in Gen.Choose(0, 300 * 24 * 60) from length in Gen.Choose(1, 40 * 24 * 60) from later in Gen.Choose(0, 10 * 24 * 60) select (start, length, later);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3_000), Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var started = first + Duration.FromMinutes(c.start);
            var due = Calendar.NextWorkingMinute(started + Duration.FromMinutes(c.length));
            var now = due + Duration.FromMinutes(c.later);
            var steps = ChaseLadder.Of(started, due, Calendar);

            steps.Select(step => step.From).ShouldBe(steps.Select(step => step.From).Order(), "one after the other");
            steps.ShouldAllBe(step => ChaseLadder.IsOpen(Calendar, step.From));
            if (now > due && ChaseLadder.IsOpen(Calendar, now))
            {
                ChaseLadder.Reached(started, due, false, Calendar, now).ShouldNotBeEmpty();
            }
        }));
    }
}
