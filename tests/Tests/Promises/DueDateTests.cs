using GridDesk.Kernel.Promises;
using GridDesk.Tests.Time;

namespace GridDesk.Tests.Promises;

public sealed class DueDateTests
{
    private static readonly Instant Wednesday = Offices.At(2019, 6, 5, 9, 20);

    [Theory]
    [InlineData(6, 11, 59, 6, 16, 59)]
    [InlineData(6, 12, 30, 6, 17, 0)]
    [InlineData(6, 17, 0, 10, 12, 0)]
    [InlineData(7, 18, 0, 10, 12, 0)]
    [InlineData(6, 13, 1, 10, 8, 1)]
    [InlineData(6, 8, 0, 6, 12, 0)]
    public void Four_working_hours_step_over_the_noon_break_the_night_and_the_long_weekend(
        int day, int hour, int minute, int dueDay, int dueHour, int dueMinute) =>
        Due(new WorkingHours(4), Offices.At(2019, 6, day, hour, minute)).At.ShouldBe(Offices.At(2019, 6, dueDay, dueHour, dueMinute));

    [Theory]
    [InlineData(6, 6, 11, 59, 6, 10)]
    [InlineData(6, 6, 12, 30, 6, 10)]
    [InlineData(6, 6, 17, 0, 6, 11)]
    [InlineData(6, 7, 18, 0, 6, 11)]
    [InlineData(2, 1, 16, 0, 2, 11)]
    [InlineData(2, 3, 10, 0, 2, 12)]
    [InlineData(10, 4, 10, 0, 10, 5)]
    [InlineData(10, 5, 10, 0, 10, 7)]
    public void One_working_day_ends_at_the_close_of_the_next_working_day(
        int month, int day, int hour, int minute, int dueMonth, int dueDay) =>
        Due(new WorkingDays(1), Offices.At(2019, month, day, hour, minute)).At.ShouldBe(Offices.At(2019, dueMonth, dueDay, 17, 0));

    [Fact]
    public void Calendar_days_run_through_holidays_but_never_end_on_one()
    {
        Due(new CalendarDays(2), Wednesday).Day.ShouldBe(new LocalDate(2019, 6, 10));
        Due(new CalendarDays(1), Wednesday).Day.ShouldBe(new LocalDate(2019, 6, 6));
        Due(new CalendarDays(30), Wednesday).Day.ShouldBe(new LocalDate(2019, 7, 5));
    }

    [Fact]
    public void Before_a_day_means_the_close_of_the_working_day_before_it()
    {
        Due(new ByDate(new(2019, 7, 5), IncludesTheDay: false), Wednesday).At.ShouldBe(Offices.At(2019, 7, 4, 17, 0));
        Due(new ByDate(new(2019, 7, 5), IncludesTheDay: true), Wednesday).At.ShouldBe(Offices.At(2019, 7, 5, 17, 0));
        Due(new ByDate(new(2019, 6, 9), IncludesTheDay: true), Wednesday).At.ShouldBe(Offices.At(2019, 6, 6, 17, 0));
        Due(new ByDate(new(2019, 6, 10), IncludesTheDay: false), Wednesday).At.ShouldBe(Offices.At(2019, 6, 6, 17, 0));
    }

    [Fact]
    public void A_date_already_past_is_due_in_the_past() =>
        Due(new ByDate(new(2019, 5, 31), true), Wednesday).Days.ShouldBe([new DueDay(new(2019, 5, 31), DueDayKind.Due)]);

    [Fact]
    public void A_typhoon_afternoon_closes_the_office_early_and_a_typhoon_day_does_not_count()
    {
        var calendar = Offices.With(
            new() { Date = new(2019, 6, 6), From = new(12, 0), Name = new("颱風停班", "Typhoon closure") },
            new() { Date = new(2019, 6, 10), Name = new("颱風停班", "Typhoon closure") });

        DueDate.Compute(new WorkingDays(1), Wednesday, [], [], calendar, Wednesday).At.ShouldBe(Offices.At(2019, 6, 6, 12, 0));
        DueDate.Compute(new WorkingDays(2), Wednesday, [], [], calendar, Wednesday).At.ShouldBe(Offices.At(2019, 6, 11, 17, 0));
    }

    [Fact]
    public void The_week_table_shows_every_day_and_why_it_does_or_does_not_count()
    {
        var segments = Waiting(Offices.At(2019, 6, 11, 10, 0), Offices.At(2019, 6, 13, 9, 0));

        DueDate.Compute(new WorkingDays(4), Wednesday, segments, [], Offices.Chiayi, Wednesday).Days.ShouldBe(
        [
            new(new(2019, 6, 5), DueDayKind.Start),
            new(new(2019, 6, 6), DueDayKind.Counted, 1),
            new(new(2019, 6, 7), DueDayKind.Off, null, new("端午節", "Dragon Boat Festival")),
            new(new(2019, 6, 8), DueDayKind.Off, null, new("週末", "Weekend")),
            new(new(2019, 6, 9), DueDayKind.Off, null, new("週末", "Weekend")),
            new(new(2019, 6, 10), DueDayKind.Counted, 2),
            new(new(2019, 6, 11), DueDayKind.Waiting, null, new("等您補件", "waiting for your papers")),
            new(new(2019, 6, 12), DueDayKind.Waiting, null, new("等您補件", "waiting for your papers")),
            new(new(2019, 6, 13), DueDayKind.Counted, 3),
            new(new(2019, 6, 14), DueDayKind.Due, 4),
        ]);
    }

    [Fact]
    public void While_the_clock_stands_still_the_date_is_the_earliest_possible()
    {
        var segments = Segments.Append(
            [new(SegmentKind.Running, Wednesday, null, null, "counter")],
            SegmentKind.WaitingForPermit, Offices.At(2019, 6, 6, 9, 0), new("等路證", "Waiting for the road permit"), "clerk");
        DueDate On(int day) => DueDate.Compute(new WorkingDays(1), Wednesday, segments, [], Offices.Chiayi, Offices.At(2019, 6, day, 9, 0));

        (On(6).Stopped, On(6).Day).ShouldBe((true, new LocalDate(2019, 6, 6)));
        (On(13).Stopped, On(13).Day).ShouldBe((true, new LocalDate(2019, 6, 13)));
    }

    [Fact]
    public void A_stop_planned_for_later_restarts_no_sooner_than_it_begins()
    {
        var due = DueDate.Compute(new WorkingDays(1), Wednesday, Waiting(Offices.At(2019, 6, 6, 9, 0), null), [], Offices.Chiayi, Wednesday);

        (due.Stopped, due.Day).ShouldBe((true, new LocalDate(2019, 6, 6)));
        due.Explanation.Zh.ShouldContain("如於6月6日09:00恢復計時");
    }

    [Theory]
    [InlineData(17, 0)]
    [InlineData(18, 30)]
    public void A_stop_after_the_due_close_comes_too_late(int hour, int minute)
    {
        foreach (TimeLimit limit in (TimeLimit[])[new WorkingDays(1), new CalendarDays(1), new WorkingHours(14)])
        {
            var segments = Waiting(Offices.At(2019, 6, 6, hour, minute), until: null);
            var due = DueDate.Compute(limit, Wednesday, segments, [], Offices.Chiayi, Offices.At(2019, 6, 20, 9, 0));
            due.Day.ShouldBe(new LocalDate(2019, 6, 6));
            due.Stopped.ShouldBeFalse();
        }
    }

    [Fact]
    public void Nothing_falls_due_while_the_clock_stands_still()
    {
        var segments = Waiting(Offices.At(2019, 6, 6, 16, 0), Offices.At(2019, 6, 6, 18, 0));

        DueDate.Compute(new CalendarDays(1), Wednesday, segments, [], Offices.Chiayi, Wednesday).At.ShouldBe(Offices.At(2019, 6, 10, 17, 0));
    }

    [Fact]
    public void A_limit_is_at_least_one_and_segments_must_join()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new WorkingDays(0));
        Should.Throw<ArgumentException>(() => DueDate.Compute(new WorkingDays(1), Wednesday,
            [new(SegmentKind.Running, Wednesday, null, null, "x"), new(SegmentKind.Running, Wednesday, null, null, "x")],
            [], Offices.Chiayi, Wednesday));
    }

    [Fact]
    public void A_limit_that_leaves_the_known_years_is_refused() =>
        Should.Throw<Refusal>(() => Due(new WorkingDays(30), Offices.At(2020, 12, 10, 9, 0))).Code.ShouldBe("calendar.year-unknown");

    internal static IReadOnlyList<Segment> Waiting(Instant from, Instant? until)
    {
        var segments = Segments.Append(
            [new(SegmentKind.Running, Wednesday, null, null, "counter")],
            SegmentKind.WaitingForCustomer, from, new("缺身分證影本", "A copy of the identity card is missing"), "clerk");
        return until is { } to ? Segments.Append(segments, SegmentKind.Running, to, null, "clerk") : segments;
    }

    private static DueDate Due(TimeLimit limit, Instant received) =>
        DueDate.Compute(limit, received, [], [], Offices.Chiayi, received);
}
