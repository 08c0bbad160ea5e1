using FsCheck.Fluent;
using GridDesk.Kernel.Promises;
using GridDesk.Tests.Time;

namespace GridDesk.Tests.Promises;

public sealed class LatenessTests
{
    private static readonly DueDate DueOnFriday = DueDate.Compute(
        new WorkingDays(4), Offices.At(2019, 6, 10, 9, 0), [], [], Offices.Chiayi, Offices.At(2019, 6, 10, 9, 0));

    [Theory]
    [InlineData(6, 12, 9, Light.InTime, 2, "剩 2 個工作日", "2 working days left")]
    [InlineData(6, 13, 9, Light.InTime, 1, "剩 1 個工作日", "1 working day left")]
    [InlineData(6, 14, 0, Light.DueToday, 0, "今天到期", "Due today")]
    [InlineData(6, 14, 17, Light.DueToday, 0, "今天到期", "Due today")]
    [InlineData(6, 14, 18, Light.Overdue, 0, "已逾期", "Overdue")]
    [InlineData(6, 16, 9, Light.Overdue, 0, "已逾期", "Overdue")]
    [InlineData(6, 17, 0, Light.Overdue, 1, "逾期 1 個工作日", "Overdue by 1 working day")]
    [InlineData(6, 18, 9, Light.Overdue, 2, "逾期 2 個工作日", "Overdue by 2 working days")]
    public void The_light_counts_working_days_to_and_from_the_due_day(
        int month, int day, int hour, Light light, int days, string zh, string en) =>
        Lateness.Of(DueOnFriday, null, Offices.At(2019, month, day, hour, 0), Offices.Chiayi)
            .ShouldBe(new(light, days, new(zh, en)));

    [Fact]
    public void The_earlier_of_the_due_date_and_the_date_told_decides()
    {
        Lateness On(LocalDate told) => Lateness.Of(DueOnFriday, told, Offices.At(2019, 6, 12, 9, 0), Offices.Chiayi);

        On(new(2019, 6, 11)).Light.ShouldBe(Light.Overdue);
        On(new(2019, 6, 12)).Light.ShouldBe(Light.DueToday);
        On(new(2019, 6, 20)).WorkingDays.ShouldBe(2);
        Lateness.Of(DueOnFriday, new(2019, 6, 9), Offices.At(2019, 6, 7, 9, 0), Offices.Chiayi).Light.ShouldBe(Light.Overdue);
    }

    [Fact]
    public void A_stopped_clock_is_neither_late_nor_in_time()
    {
        var waiting = DueOnFriday with { Stopped = true };
        Lateness.Of(waiting, null, Offices.At(2019, 7, 1, 9, 0), Offices.Chiayi)
            .ShouldBe(new(Light.Stopped, 0, new("時鐘停止", "Clock stopped")));
    }

    [Fact]
    public void The_days_left_are_the_working_days_that_a_person_counts_on_the_wall() =>
        (from duty in Duty.Any from minutes in Gen.Choose(-20 * 1440, 60 * 1440) select (duty, minutes)).Hold(
            sample =>
            {
                var now = sample.duty.AsOf.AddMinutes(sample.minutes);
                if (sample.duty.Due() is not { Stopped: false } due || !RawOffice.Knows(now))
                {
                    return;
                }

                var office = sample.duty.Office;
                var end = Duty.Local(due.At);
                var (from, to) = now <= end ? (now.Date, end.Date) : (end.Date, now.Date);
                var days = Enumerable.Range(1, (to - from).Days).Count(day => office.Works(from.AddDays(day)));
                var light = now > end ? Light.Overdue : now.Date == end.Date ? Light.DueToday : Light.InTime;

                var lateness = Lateness.Of(due, null, Duty.Utc(now), sample.duty.Calendar);

                (lateness.Light, lateness.WorkingDays).ShouldBe((light, days));
            },
            quick: 200);
}
