using GridDesk.Kernel.Csv;
using FsCheck;
using FsCheck.Fluent;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Shadow;
using GridDesk.Requests.Shadow.Read;
using GridDesk.Tests.Time;

namespace GridDesk.Tests.Requests.Shadow;

/// <summary>What would have become of an old case under our promises. In 2019 Saturday 23 February was worked; Friday 7 June was off.</summary>
public sealed class ShadowClockTests
{
    private static readonly WorkCalendar Calendar = Offices.Chiayi;
    private static readonly WorkCalendar WithoutMakeUpDays = new(Offices.ChiayiDefinition with { Years = [.. Offices.ChiayiDefinition.Years.Select(y => y with { MakeUpDays = [] })] }, Offices.Zone);
    private static readonly ShadowClock Clock = new(Calendar, WithoutMakeUpDays, At(7, 31, 17));

    [Fact]
    public void Closed_on_its_last_day_it_was_in_time() =>
        Judge(3, Row(Day(6, 10), Day(6, 13))).ShouldBe(new Judgement(Verdict.InTime, At(6, 13, 17)) { LateBy = 0 });

    [Fact]
    public void A_make_up_working_day_that_was_not_counted_is_the_cause() =>
        Says(Judge(1, Row(Time(2, 22, 10), Day(2, 25))), Verdict.Late, 1, Cause.MakeUpDay);

    [Fact]
    public void Receipt_after_noon_counted_from_the_next_day_is_the_cause()
    {
        Says(Judge(1, Row(Time(6, 13, 14), Day(6, 17))), Verdict.Late, 1, Cause.AfterNoon);
        Says(Judge(1, Row(Time(6, 13, 9), Day(6, 17))), Verdict.Late, 1, Cause.Simply);
    }

    [Fact]
    public void Calendar_days_counted_as_working_days_are_the_cause() =>
        Says(Clock.Judge(Row(Day(6, 13), Day(6, 19)), new PromisePolicy("1", new CalendarDays(5), null)), Verdict.Late, 1, Cause.Weekends);

    [Theory]
    [InlineData("Customer", "Customer")]
    [InlineData("Permit", "Permit")]
    [InlineData("ForceMajeure", "Permit")]
    public void Waiting_is_taken_off_and_what_was_late_even_so_was_not_caught_up(string waitsFor, string why)
    {
        var (kind, cause) = (Enum.Parse<PauseKind>(waitsFor), Enum.Parse<Cause>(why));
        var row = Row(Day(6, 10), Day(6, 18)) with { Pauses = [new(kind, Day(6, 11).At, Day(6, 13).At)] };
        Says(Judge(3, row), Verdict.Late, 1, cause);
        Judge(3, row with { Closed = Day(6, 17) }).Verdict.ShouldBe(Verdict.InTime);
        Judge(3, row with { Closed = Day(6, 17), Due = Day(6, 13) }).ShouldSatisfyAllConditions(j => j.OldLate.ShouldBe(true), j => j.Difference.ShouldBe(cause));
    }

    [Fact]
    public void What_was_never_answered_is_late_by_the_days_up_to_the_end_of_the_register() =>
        Says(Judge(3, Row(Day(7, 22), null)), Verdict.NeverAnswered, 4, Cause.NeverAnswered);

    [Fact]
    public void What_waits_or_is_not_due_yet_is_neither()
    {
        Judge(3, Row(Day(7, 30), null)).Verdict.ShouldBe(Verdict.Open);
        Judge(3, Row(Day(7, 1), null) with { Pauses = [new(PauseKind.Customer, Day(7, 2).At, null)] }).Verdict.ShouldBe(Verdict.Waiting);
    }

    [Fact]
    public void Weekends_that_the_old_system_counted_explain_what_it_called_late() =>
        Judge(3, Row(Day(6, 14), Day(6, 18)) with { Due = Day(6, 17) }).ShouldBe(new Judgement(Verdict.InTime, At(6, 19, 17)) { OldLate = true, Difference = Cause.Weekends });

    [Fact]
    public void Another_limit_explains_what_nothing_else_does()
    {
        Judge(3, Row(Day(6, 10), Day(6, 20)) with { Due = Day(6, 30) }).ShouldSatisfyAllConditions(j => j.Cause.ShouldBe(Cause.Simply), j => j.Difference.ShouldBe(Cause.OtherLimit));
        Judge(3, Row(Day(6, 10), Day(6, 12)) with { Due = Day(6, 11) }).Difference.ShouldBe(Cause.OtherLimit);
        Judge(3, Row(Day(6, 10), Day(6, 12)) with { Due = Day(6, 12) }).Difference.ShouldBeNull();
    }

    [Fact]
    public void A_year_that_the_calendar_does_not_know_is_refused_and_not_guessed() =>
        Should.Throw<Refusal>(() => Judge(3, Row(new WrittenTime(Offices.At(2017, 6, 1, 10, 0), true), Day(6, 1)))).Code.ShouldBe("calendar.year-unknown");

    [Fact]
    public void Void_rows_and_services_without_a_limit_are_not_judged()
    {
        Judge(3, Row(Day(6, 10), Day(6, 30)) with { Outcome = RegisterOutcome.Void }).Verdict.ShouldBe(Verdict.Void);
        Clock.Judge(Row(Day(6, 10), Day(6, 30)), new PromisePolicy("1", null, null)).ShouldBe(new Judgement(Verdict.NoLimit, null));
    }

    [Fact]
    public void Of_days_it_says_what_counting_them_one_by_one_says_and_waiting_never_makes_it_later()
    {
        var first = new LocalDate(2019, 1, 2);
        var cases = from start in Gen.Choose(0, 240) from length in Gen.Choose(0, 40) from limit in Gen.Choose(1, 15) from wait in Gen.Choose(0, 20) from old in Gen.Choose(-10, 10) select (start, length, limit, wait, old);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3_000), Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var started = first.PlusDays(c.start);
            var closed = started.PlusDays(c.length);
            var row = Row(Midnight(started), Midnight(closed)) with { Due = Midnight(closed.PlusDays(c.old)) };
            var judged = Judge(c.limit, row);

            var zero = started;
            while (!Calendar.IsWorkingDay(zero))
            {
                zero = zero.PlusDays(1);
            }

            var taken = Enumerable.Range(1, 60).Select(n => zero.PlusDays(n)).Count(day => day <= closed && Calendar.IsWorkingDay(day));
            var last = Enumerable.Range(1, 60).Select(n => zero.PlusDays(n)).Where(day => Calendar.IsWorkingDay(day)).ElementAt(c.limit - 1);
            judged.Verdict.ShouldBe(closed > last ? Verdict.Late : Verdict.InTime);
            judged.LateBy.ShouldBe(closed > last ? taken - c.limit : 0);
            (judged.Cause is not null).ShouldBe(judged.Verdict.IsLate);
            judged.OldLate.ShouldBe(c.old < 0);
            (judged.Difference is not null).ShouldBe(judged.OldLate != judged.Verdict.IsLate);

            var waited = Judge(c.limit, row with { Pauses = [new(PauseKind.Customer, Midnight(started).At, Midnight(started.PlusDays(Math.Min(c.wait, c.length))).At)] });
            waited.LateBy.ShouldBeLessThanOrEqualTo(judged.LateBy);
        }));
    }

    private static Judgement Judge(int days, RegisterRow row) => Clock.Judge(row, new PromisePolicy("1", null, new WorkingDays(days)));

    private static void Says(Judgement judged, Verdict verdict, int lateBy, Cause cause) => (judged.Verdict, judged.LateBy, judged.Cause).ShouldBe((verdict, lateBy, cause));

    private static RegisterRow Row(WrittenTime received, WrittenTime? closed) => new(2, "1", "XFER", "", received) { Closed = closed };

    private static Instant At(int month, int day, int hour) => Offices.At(2019, month, day, hour, 0);

    private static WrittenTime Time(int month, int day, int hour) => new(At(month, day, hour), HasTime: true);

    private static WrittenTime Day(int month, int day) => new(At(month, day, 0), HasTime: false);

    private static WrittenTime Midnight(LocalDate day) => new(Offices.At(day.Year, day.Month, day.Day, 0, 0), HasTime: false);
}
