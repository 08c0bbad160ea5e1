using FsCheck;
using FsCheck.Fluent;
using GridDesk.Kernel.Time;
using GridDesk.Notices.Reminders;
using GridDesk.Tests.Time;

namespace GridDesk.Tests.Notices.Reminders;

/// <summary>On which day a bill is reminded of, and when a call is made again.</summary>
public sealed class ReminderSettingsTests
{
    private static readonly WorkCalendar Calendar = Offices.Chiayi;
    private static readonly ReminderSettings Settings = new([3, 1], new(9, 30), [new(10, 0), new(18, 30), new(13, 30)]);

    [Theory]
    [InlineData(25, 20, null)]
    [InlineData(25, 21, 3)] // 22 June is a Saturday: on the Friday before
    [InlineData(25, 24, 1)]
    [InlineData(25, 25, 1)] // the day itself, where the office came too late for the day before
    [InlineData(25, 26, null)]
    [InlineData(22, 19, 3)]
    [InlineData(22, 24, 1)] // due on a Saturday, in time until Monday
    [InlineData(24, 21, 1)] // both of its days lie before the weekend: once
    public void A_bill_is_reminded_of_so_many_days_before_or_on_the_working_day_before_that(int due, int today, int? days) =>
        Settings.DueToday(new(2019, 6, due), new(2019, 6, today), Calendar).ShouldBe(days);

    [Fact]
    public void Whoever_looks_every_working_day_reminds_of_each_day_once_and_the_last_time_before_it_is_too_late() =>
        Prop.ForAll(Gen.Choose(0, 330).Select(n => new LocalDate(2019, 2, 1).PlusDays(n)).ToArbitrary(), due =>
        {
            List<int> said = [];
            for (var day = due.PlusDays(-30); day <= due.PlusDays(10); day = day.PlusDays(1))
            {
                if (Calendar.IsWorkingDay(day) && Settings.DueToday(due, day, Calendar) is { } days && !said.Any(before => before <= days))
                {
                    said.Add(days);
                    day.ShouldBeLessThanOrEqualTo(Calendar.FirstWorkingDayFrom(due));
                }
            }

            return said.Count is 1 or 2 && said[^1] == 1 && said.SequenceEqual(said.OrderDescending());
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1, "2019-06-20T09:45", "2019-06-20T18:30")]
    [InlineData(2, "2019-06-20T18:40", "2019-06-21T13:30")]
    [InlineData(2, "2019-06-21T18:40", "2019-06-24T13:30")] // over the weekend
    [InlineData(2, "2019-06-25T18:40", null)] // too late
    [InlineData(3, "2019-06-20T13:40", null)] // often enough
    public void A_call_is_made_again_at_another_time_of_day(int made, string now, string? next) =>
        Settings.NextCall(made, new(2019, 6, 25), At(now), Calendar).ShouldBe(next is null ? null : At(next));

    private static Instant At(string local) => NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value.InZoneStrictly(Calendar.Zone).ToInstant();
}
