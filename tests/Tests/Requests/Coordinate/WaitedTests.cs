using FsCheck;
using FsCheck.Fluent;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Coordinate;
using GridDesk.Tests.Time;

namespace GridDesk.Tests.Requests.Coordinate;

/// <summary>How long a case waits for another unit, in working days.</summary>
public sealed class WaitedTests
{
    private static readonly WorkCalendar Calendar = Offices.Chiayi;

    private static Instant On(int day) => Offices.At(2019, 6, day, 10, 0);

    [Fact]
    public void Weekends_and_holidays_are_not_waited_and_the_day_of_asking_does_not_count()
    {
        Waited.DaysOf([(On(6), On(10))], Calendar).ShouldBe(1, "Friday the 7th is a day off, Monday the 10th counts");
        Waited.DaysOf([(On(20), On(20))], Calendar).ShouldBe(0);
        Waited.DaysOf([(On(13), On(20))], Calendar).ShouldBe(5);
    }

    [Fact]
    public void Two_tasks_that_wait_on_the_same_day_wait_one_day() =>
        Waited.DaysOf([(On(13), On(18)), (On(17), On(20))], Calendar).ShouldBe(5);

    [Fact]
    public void However_they_overlap_it_is_as_many_days_as_a_calendar_with_them_struck_out_shows()
    {
        var stretch = from start in Gen.Choose(1, 300) from length in Gen.Choose(0, 40) select (From: Offices.At(2019, 1, 1, 10, 0) + Duration.FromDays(start), To: Offices.At(2019, 1, 1, 10, 0) + Duration.FromDays(start + length));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Gen.Choose(0, 6).SelectMany(count => stretch.ArrayOf(count)).ToArbitrary(), stretches =>
        {
            var struckOut = new HashSet<LocalDate>();
            foreach (var (from, to) in stretches)
            {
                for (var day = Calendar.Today(from).PlusDays(1); day <= Calendar.Today(to); day = day.PlusDays(1))
                {
                    struckOut.Add(day);
                }
            }

            Waited.DaysOf(stretches, Calendar).ShouldBe(struckOut.Count(day => Calendar.IsWorkingDay(day)));
        }));
    }
}
