using FsCheck.Fluent;
using GridDesk.Requests.Tell;
using GridDesk.Tests.Time;

namespace GridDesk.Tests.Requests.Tell;

public sealed class SilenceTests
{
    [Fact]
    public void With_thirty_cases_four_of_five_pauses_are_no_longer_than_usual_and_fewer_leave_it_to_the_pack() =>
        (from pauses in Gen.NonEmptyListOf(Gen.Choose(0, 40))
         from cases in Gen.Choose(1, 60)
         select (Pauses: pauses.ToList(), Cases: cases)).Hold(sample =>
        {
            var usual = Silence.Usual(sample.Pauses, sample.Cases, 7);
            if (sample.Cases < 30)
            {
                usual.ShouldBe(7);
                return;
            }

            usual.ShouldBeGreaterThanOrEqualTo(1);
            (sample.Pauses.Count(p => p <= usual) * 5).ShouldBeGreaterThanOrEqualTo(sample.Pauses.Count * 4);
            if (usual > 1)
            {
                (sample.Pauses.Count(p => p < usual) * 5).ShouldBeLessThan(sample.Pauses.Count * 4);
            }
        });

    [Fact]
    public void A_notice_follows_on_the_day_after_the_usual_silence_and_then_not_for_five_working_days()
    {
        var monday = Offices.Zone.AtLeniently(new LocalDate(2019, 6, 10).At(new LocalTime(9, 0))).ToInstant();
        Instant Days(int n) => monday + Duration.FromDays(n);
        IsLong(4, null).ShouldBeFalse();
        IsLong(5, null).ShouldBeFalse("Saturday is no working day");
        IsLong(7, null).ShouldBeTrue("five working days without news, four are usual");
        IsLong(10, Days(7)).ShouldBeFalse();
        IsLong(14, Days(7)).ShouldBeTrue("five working days after the last notice");

        bool IsLong(int day, Instant? notice) => Silence.IsLong(4, monday, notice, Offices.Chiayi, Days(day));
    }
}
